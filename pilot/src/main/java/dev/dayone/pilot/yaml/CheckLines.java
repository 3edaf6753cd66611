package dev.dayone.pilot.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks as they are written in a pilot file: one line each, with comments before it. */
public final class CheckLines {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}\\u2028\\u2029&&[^\\t]]");
    private static final Set<String> NO_TEXTS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf");

    private CheckLines() {}

    /** A check in braces, on one line. */
    public static String of(Expectation check) {
        return "{type: " + value(check.type()) + ", kwargs: " + value(check.kwargs()) + ", severity: "
                + value(check.severity().name().toLowerCase(Locale.ROOT)) + "}";
    }

    /** The lines of a comment. */
    public static String comment(String sentence) {
        return "# " + UNPRINTABLE.matcher(sentence).replaceAll("\uFFFD");
    }

    /** A name as a key. */
    static String key(String name) {
        boolean plain = List.of(name.split("\\.", -1)).stream()
                .allMatch(part -> WORD.matcher(part).matches());
        return plain && name.contains(".") ? name : value(name);
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(String.valueOf(entry.getKey())) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CheckLines::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        String text = value.toString();
        boolean plain = WORD.matcher(text).matches() && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** JSON's strings are YAML's, but for what YAML does not print. */
    private static String quoted(String text) {
        try {
            return UNPRINTABLE.matcher(Json.MAPPER.writeValueAsString(text)).replaceAll(match -> match.group()
                    .chars()
                    .mapToObj(c -> String.format(Locale.ROOT, "\\\\u%04X", c))
                    .collect(Collectors.joining()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write a text as JSON", e);
        }
    }
}
