package dev.dayone.pilot.yaml;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the simple types of Spark SQL. */
final class SparkType {
    private static final Pattern FORM = Pattern.compile("([a-z_]+)(?:\\((\\d{1,4})(?:,(\\d{1,2}))?\\))?");
    private static final int UNSAID_PRECISION = 10;

    private SparkType() {}

    /** The column type that keeps it; empty: no such type, or one that is nested or binary. */
    static Optional<ColumnType> parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT).replace(" ", ""));
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean sized = form.group(2) != null;
        return switch (form.group(1)) {
            case "boolean" -> plain(ColumnType.BOOLEAN, sized);
            case "byte", "tinyint", "short", "smallint", "int", "integer", "long", "bigint" ->
                plain(ColumnType.BIGINT, sized);
            case "float", "real", "double" -> plain(ColumnType.DOUBLE, sized);
            case "decimal", "dec", "numeric" -> decimal(form.group(2), form.group(3));
            case "string" -> plain(ColumnType.STRING, sized);
            case "varchar", "char" -> Optional.of(ColumnType.STRING);
            case "date" -> plain(ColumnType.DATE, sized);
            case "timestamp", "timestamp_ltz", "timestamp_ntz" -> plain(ColumnType.TIMESTAMP, sized);
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> plain(ColumnType type, boolean sized) {
        return sized ? Optional.empty() : Optional.of(type);
    }

    private static Optional<ColumnType> decimal(String precision, String scale) {
        int digits = precision == null ? UNSAID_PRECISION : Integer.parseInt(precision);
        int places = scale == null ? 0 : Integer.parseInt(scale);
        return digits < 1 || digits > 38 || places > digits
                ? Optional.empty()
                : Optional.of(ColumnType.decimal(digits, places));
    }
}
