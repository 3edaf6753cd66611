package dev.dayone.route.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as a connector answers it, in a form that JSON keeps exactly.
 *
 * @param type {@code text}, {@code long}, {@code integer}, {@code decimal}, {@code double}, {@code boolean} or
 *     {@code null}
 */
record Scalar(String type, String text) {
    static Scalar of(@Nullable Object value) {
        if (value == null) {
            return new Scalar("null", "");
        }
        if (value instanceof Boolean) {
            return new Scalar("boolean", value.toString());
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return new Scalar("long", value.toString());
        }
        if (value instanceof BigInteger) {
            return new Scalar("integer", value.toString());
        }
        if (value instanceof BigDecimal) {
            return new Scalar("decimal", value.toString());
        }
        if (value instanceof Number) {
            return new Scalar("double", value.toString());
        }
        return new Scalar("text", value.toString());
    }

    static List<Scalar> all(List<?> values) {
        return values.stream().map(Scalar::of).toList();
    }

    /** Whether it is a number. */
    boolean isNumber() {
        return List.of("long", "integer", "decimal", "double").contains(type);
    }

    /** The value again. */
    @Nullable
    Object value() {
        return switch (type) {
            case "null" -> null;
            case "boolean" -> Boolean.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "integer" -> new BigInteger(text);
            case "decimal" -> new BigDecimal(text);
            case "double" -> Double.valueOf(text);
            default -> text;
        };
    }
}
