package dev.dayone.pilot.snapshot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column in a snapshot, written as Spark SQL does: {@code boolean}, {@code bigint}, {@code double},
 * {@code decimal(p,s)}, {@code string}, {@code date}, {@code timestamp}. Timestamps are instants in UTC; a source's
 * time without a zone is kept as if it were UTC. Binary values are kept as their length, a {@code bigint}.
 *
 * @param precision and {@code scale}: of a decimal, else 0
 */
public record ColumnType(Kind kind, int precision, int scale) implements Serializable {
    /** The kinds a snapshot knows. */
    public enum Kind {
        BOOLEAN,
        BIGINT,
        DOUBLE,
        DECIMAL,
        STRING,
        DATE,
        TIMESTAMP
    }

    public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0, 0);
    public static final ColumnType BIGINT = new ColumnType(Kind.BIGINT, 0, 0);
    public static final ColumnType DOUBLE = new ColumnType(Kind.DOUBLE, 0, 0);
    public static final ColumnType STRING = new ColumnType(Kind.STRING, 0, 0);
    public static final ColumnType DATE = new ColumnType(Kind.DATE, 0, 0);
    public static final ColumnType TIMESTAMP = new ColumnType(Kind.TIMESTAMP, 0, 0);

    private static final Pattern DECIMAL_TEXT = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");

    public ColumnType {
        if (kind == Kind.DECIMAL && (precision < 1 || precision > 38 || scale < 0 || scale > precision)) {
            throw new IllegalArgumentException("decimal(" + precision + "," + scale
                    + "), expected a precision of 1 to 38 and a scale of 0 to the precision");
        }
    }

    /** A decimal of 1 to 38 digits. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale);
    }

    /** Parses {@link #toString()}. */
    @JsonCreator
    public static ColumnType parse(String text) {
        Matcher decimal = DECIMAL_TEXT.matcher(text);
        if (decimal.matches()) {
            return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        return new ColumnType(Kind.valueOf(text.toUpperCase(java.util.Locale.ROOT)), 0, 0);
    }

    /** Whether values are numbers. */
    public boolean isNumeric() {
        return kind == Kind.BIGINT || kind == Kind.DOUBLE || kind == Kind.DECIMAL;
    }

    @JsonValue
    @Override
    public String toString() {
        return kind == Kind.DECIMAL
                ? "decimal(" + precision + "," + scale + ")"
                : kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
