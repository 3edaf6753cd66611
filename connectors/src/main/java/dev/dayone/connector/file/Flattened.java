package dev.dayone.connector.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a JSON object into columns: what is nested is named {@code a.b}; lists, and what lies too deep, are JSON text. */
final class Flattened {
    private static final int DEEPEST = 6;

    private Flattened() {}

    static Map<String, Object> of(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        add(object, "", 1, values);
        return values;
    }

    private static void add(JsonNode object, String prefix, int depth, Map<String, Object> values) {
        object.fields().forEachRemaining(field -> {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject() && !value.isEmpty() && depth < DEEPEST) {
                add(value, name + ".", depth + 1, values);
            } else {
                put(name, scalar(value), values);
            }
        });
    }

    /** A name that is taken, as when both {@code {"a.b": 1}} and {@code {"a": {"b": 1}}} stand there, gets a number. */
    private static void put(String name, @Nullable Object value, Map<String, Object> values) {
        String unique = name;
        for (int n = 2; values.containsKey(unique); n++) {
            unique = name + "_" + n;
        }
        values.put(unique, value);
    }

    private static @Nullable Object scalar(JsonNode value) {
        if (value.isNull() || (value.isObject() && value.isEmpty())) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNumber() ? value.numberValue() : value.toString();
    }
}
