package dev.dayone.pilot.suite;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a rule allows: those between two ends, or all the others.
 *
 * @param outside whether it is all the others; then both ends are there
 */
public record Range(@Nullable End low, @Nullable End high, boolean outside) {
    /** An end of a range, which may belong to it. */
    public record End(BigDecimal at, boolean included) {}

    /** The numbers that a sign and a number allow: {@code <, <=, >, >=, =, !=, <>}. */
    public static Range of(String sign, BigDecimal number) {
        return switch (sign) {
            case "<" -> new Range(null, new End(number, false), false);
            case "<=" -> new Range(null, new End(number, true), false);
            case ">" -> new Range(new End(number, false), null, false);
            case ">=" -> new Range(new End(number, true), null, false);
            case "=" -> between(new End(number, true), new End(number, true));
            case "!=", "<>" ->
                between(new End(number, true), new End(number, true)).others();
            default -> throw new IllegalArgumentException("No sign: " + sign);
        };
    }

    /** The numbers between two. */
    public static Range between(End low, End high) {
        return new Range(low, high, false);
    }

    /** All other numbers. */
    public Range others() {
        if (low == null || high == null) {
            return new Range(turned(high), turned(low), false);
        }
        return new Range(low, high, !outside);
    }

    private static @Nullable End turned(@Nullable End end) {
        return end == null ? null : new End(end.at(), !end.included());
    }

    /** Whether a number is allowed. */
    public boolean allows(BigDecimal number) {
        boolean above =
                low == null || number.compareTo(low.at()) > 0 || (low.included() && number.compareTo(low.at()) == 0);
        boolean below = high == null
                || number.compareTo(high.at()) < 0
                || (high.included() && number.compareTo(high.at()) == 0);
        return outside != (above && below);
    }

    /** Whether none but 0 is allowed of the counts. */
    public boolean isNone() {
        return !outside && allows(BigDecimal.ZERO) && !allows(BigDecimal.ONE);
    }

    /** The kwargs {@code min_value}, {@code strict_min}, {@code max_value} and {@code strict_max}. */
    Map<String, Object> bounds() {
        if (outside) {
            throw new IllegalStateException("Bounds cannot leave out the middle");
        }
        Map<String, Object> bounds = new LinkedHashMap<>();
        put(bounds, "min", low);
        put(bounds, "max", high);
        return bounds;
    }

    private static void put(Map<String, Object> bounds, String name, @Nullable End end) {
        if (end != null) {
            bounds.put(name + "_value", plain(end.at()));
            if (!end.included()) {
                bounds.put("strict_" + name, true);
            }
        }
    }

    /** A number as JSON readers give it. */
    public static Number plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.precision() - stripped.scale() > 18) {
            return number.doubleValue();
        }
        long whole = stripped.longValueExact();
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    /** A predicate of Spark SQL that is true of the allowed numbers. */
    public String sql(String value) {
        String inside = low == null
                ? compared(value, " <", high)
                : high == null ? compared(value, " >", low) : both(value, low, high);
        return outside ? "NOT (" + inside + ")" : inside;
    }

    private static String both(String value, End low, End high) {
        return low.equals(high)
                ? value + " = " + low.at().toPlainString()
                : compared(value, " >", low) + " AND " + compared(value, " <", high);
    }

    private static String compared(String value, String sign, @Nullable End end) {
        return end == null
                ? "true"
                : value + sign + (end.included() ? "= " : " ") + end.at().toPlainString();
    }
}
