package dev.dayone.connector.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text of a description with places for values: {@code https://{subdomain}.example.com}. What comes in is not read again. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    private Template() {}

    /** The names of a text's places. */
    static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            names.add(String.valueOf(matcher.group(1)));
        }
        return names;
    }

    /** The text with values in their places; a value that is not there is empty. */
    static String fill(String text, Map<String, String> values) {
        return fill(text, values, value -> value);
    }

    /** The same for a path: each value is one part of it, whatever it holds. */
    static String fillPath(String path, Map<String, String> values) {
        // A path that is nothing but a parameter was written as a path.
        boolean whole = PLACE.matcher(path).matches();
        return fill(path, values, whole ? value -> value : Template::encoded);
    }

    /** A value in a URL's path or query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Maps, lists and texts with values in their places. */
    static Object fillAll(Object body, Map<String, String> values) {
        if (body instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> filled.put(String.valueOf(key), value == null ? null : fillAll(value, values)));
            return filled;
        }
        if (body instanceof List<?> list) {
            return list.stream().map(value -> fillAll(value, values)).toList();
        }
        return body instanceof String text ? fill(text, values) : body;
    }

    /** Maps, lists and texts with one place filled, the others as they are. */
    static Object fillOne(Object body, String name, String with) {
        if (body instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> filled = new LinkedHashMap<>();
            map.forEach(
                    (key, value) -> filled.put(String.valueOf(key), value == null ? null : fillOne(value, name, with)));
            return filled;
        }
        if (body instanceof List<?> list) {
            return list.stream().map(value -> fillOne(value, name, with)).toList();
        }
        return body instanceof String text ? text.replace("{" + name + "}", with) : body;
    }

    private static String fill(String text, Map<String, String> values, UnaryOperator<String> encoding) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), "");
            matcher.appendReplacement(filled, Matcher.quoteReplacement(encoding.apply(value)));
        }
        return matcher.appendTail(filled).toString();
    }
}
