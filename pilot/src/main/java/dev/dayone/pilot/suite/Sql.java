package dev.dayone.pilot.suite;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values as Spark SQL writes them. */
public final class Sql {
    private Sql() {}

    /** A column's or table's name. */
    public static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** A table as the pilot refers to it, {@code SOURCE.TABLE}, or by its bare name in the same source. */
    public static String table(String reference) {
        int dot = reference.indexOf('.');
        return dot < 0 ? name(reference) : name(reference.substring(0, dot)) + "." + name(reference.substring(dot + 1));
    }

    /** A text. */
    public static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A value of a suite: a number or truth as it is, all else as a text. */
    public static String value(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(value.toString());
    }

    /** A predicate: the expression is among the values. */
    public static String in(String expression, Collection<?> values) {
        return expression + " IN (" + values.stream().map(Sql::value).collect(Collectors.joining(", ")) + ")";
    }

    /** Both predicates together; null: there is none. */
    public static @Nullable String and(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return "(" + one + ") AND (" + other + ")";
    }

    /** A query for one number over the table's rows. */
    public static String number(String expression, @Nullable String where) {
        return "SELECT " + expression + " FROM {batch}" + (where == null ? "" : " WHERE " + where);
    }
}
