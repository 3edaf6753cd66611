package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.http.Description.Pair;
import dev.dayone.connector.http.Description.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns a record into named values: objects become {@code a.b}, and stay under their own name too, for a column that was
 * empty when the table's columns were looked at.
 */
final class Flattening {
    private static final int DEEPEST = 6;

    private final Shape shape;

    Flattening(Shape shape) {
        this.shape = shape;
    }

    /** The values by column, in the record's order. Lists and the deepest objects are left as they are. */
    Map<String, JsonNode> flat(JsonNode record) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        record.fields().forEachRemaining(field -> {
            if (shape.unwrap().contains(field.getKey()) && field.getValue().isObject()) {
                field.getValue().fields().forEachRemaining(inner -> put(flat, inner.getKey(), inner.getValue(), 1));
            } else {
                put(flat, field.getKey(), field.getValue(), 1);
            }
        });
        return flat;
    }

    private void put(Map<String, JsonNode> flat, String name, JsonNode value, int depth) {
        Pair pair = shape.pairs().get(name);
        if (pair != null && value.isArray()) {
            value.forEach(one -> {
                JsonNode key = one.path(pair.name());
                if (key.isValueNode() && !key.isNull()) {
                    put(flat, name + "." + key.asText(), one.path(pair.value()), depth + 1);
                }
            });
            return;
        }
        flat.putIfAbsent(name, value);
        if (value.isObject() && !value.isEmpty() && depth < DEEPEST) {
            value.fields()
                    .forEachRemaining(inner -> put(flat, name + "." + inner.getKey(), inner.getValue(), depth + 1));
        }
    }

    /** Whether a value stands for itself: it is no object whose fields are columns. */
    static boolean isColumn(String name, JsonNode value) {
        return !value.isObject()
                || value.isEmpty()
                || name.chars().filter(c -> c == '.').count() >= DEEPEST - 1;
    }
}
