package dev.dayone.connector.http;

import dev.dayone.pilot.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of a description while it is read: every key that nobody asks for is a problem, and none is the last one told. */
final class DescriptionNode {
    private final String place;
    private final Map<?, ?> map;
    private final List<String> problems;
    private final Set<String> known = new LinkedHashSet<>();

    DescriptionNode(String place, @Nullable Object value, List<String> problems) {
        this.place = place;
        this.problems = problems;
        this.map = value instanceof Map<?, ?> found ? found : Map.of();
        if (value != null && !(value instanceof Map<?, ?>)) {
            problem("", "is no map of keys");
        }
    }

    boolean has(String key) {
        known.add(key);
        return map.get(key) != null;
    }

    /** The value as it stands. */
    @Nullable
    Object value(String key) {
        known.add(key);
        return map.get(key);
    }

    @Nullable
    String text(String key) {
        Object value = value(key);
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            problem(key, "is no text");
            return null;
        }
        return value == null ? null : String.valueOf(value);
    }

    String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    String needed(String key) {
        String text = text(key);
        if (text == null) {
            problem("", "has no '" + key + "'");
        }
        return text == null ? "" : text;
    }

    @Nullable
    Long number(String key) {
        Object value = value(key);
        if (value != null && !(value instanceof Integer || value instanceof Long)) {
            problem(key, "is no whole number");
        }
        return value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : null;
    }

    int number(String key, int otherwise) {
        Long number = number(key);
        return number == null ? otherwise : Math.toIntExact(Math.min(number, Integer.MAX_VALUE));
    }

    /** A list of texts; a single text is one of one. */
    List<String> texts(String key) {
        Object value = value(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        String text = text(key);
        return text == null ? List.of() : List.of(text);
    }

    /** A map of texts. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        DescriptionNode node = node(key);
        if (node != null) {
            node.keys().forEach(name -> texts.put(name, node.text(name, "")));
        }
        return texts;
    }

    /** What stands under a key, null if nothing does. */
    @Nullable
    DescriptionNode node(String key) {
        return has(key) ? new DescriptionNode(at(key), value(key), problems) : null;
    }

    /** The maps under a key, one or a list of them. */
    List<DescriptionNode> nodes(String key) {
        Object value = value(key);
        List<?> list = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
        List<DescriptionNode> nodes = new ArrayList<>();
        list.forEach(one -> nodes.add(new DescriptionNode(at(key), one, problems)));
        return nodes;
    }

    /** Every key; none of them is unknown then. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        map.keySet().forEach(key -> keys.add(String.valueOf(key)));
        known.addAll(keys);
        return keys;
    }

    void problem(String key, String what) {
        problems.add("'" + (key.isEmpty() ? place : at(key)) + "' " + what);
    }

    /** Notes every key that was not asked for. */
    void done() {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                problem(String.valueOf(key), "is not known" + Nearest.hint(String.valueOf(key), known));
            }
        }
    }

    /** Where a key stands in the description. */
    String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
