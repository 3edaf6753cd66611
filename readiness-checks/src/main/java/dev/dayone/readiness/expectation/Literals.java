package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Values from a pilot or suite as literals of a column's type, so that nothing is compared by a silent cast. */
final class Literals {
    private Literals() {}

    /** Throws {@link WrongCheckException} if the value is not of the column's type. */
    static Column of(Object value, ColumnInfo column) {
        return functions.lit(value(value, column));
    }

    /** The value as Java has it: a text, number, truth, day or instant. Throws as {@link #of} does. */
    static Comparable<?> value(Object value, ColumnInfo column) {
        ColumnType.Kind kind = column.type().kind();
        try {
            return switch (kind) {
                case STRING -> {
                    if (!(value instanceof CharSequence)) {
                        throw new IllegalArgumentException();
                    }
                    yield value.toString();
                }
                case BOOLEAN -> truth(value);
                case BIGINT, DECIMAL -> new BigDecimal(value.toString());
                case DOUBLE -> Double.valueOf(value.toString());
                case DATE -> time(value.toString()).atZone(ZoneOffset.UTC).toLocalDate();
                case TIMESTAMP -> time(value.toString());
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WrongCheckException(
                    "Column '" + column.name() + "' holds " + column.type() + ", the value '" + value + "' is none.");
        }
    }

    private static boolean truth(Object value) {
        return switch (value.toString().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    /** A date, a time without zone (UTC) or with one, in ISO form; a blank may stand for the T. */
    private static Instant time(String text) {
        String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T");
        if (!iso.contains("T")) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = iso.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})$");
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
}
