package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values are looked up in a column. A value that the column's type cannot hold equals none of its rows, but a
 * server would break off over it, or turn it into another: such values are not asked for.
 */
enum KeyValues {
    /** Whole numbers. */
    WHOLE,
    /** Numbers of any kind. */
    NUMBER,
    /** True and false. */
    BOOLEAN,
    /** Days. */
    DAY,
    /** Moments, in UTC. */
    TIME,
    /** UUIDs, in a column of that type. */
    UUID,
    /** Texts. */
    TEXT,
    /** Texts that are compared with what {@code read} answers, for the column's own type refuses some or has no equality. */
    AS_READ,
    /** None: of the column only a length is read. */
    NONE;

    private static final Pattern NUMBER_TEXT = Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /** What suits most columns that are kept with a type. */
    static KeyValues of(ColumnType type) {
        return switch (type.kind()) {
            case BIGINT -> WHOLE;
            case DOUBLE, DECIMAL -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case DATE -> DAY;
            case TIMESTAMP -> TIME;
            case STRING -> TEXT;
        };
    }

    /** The value to bind for one that {@code read} answered somewhere; null: no row of the column can hold it. */
    @Nullable
    Object fit(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = text(value);
        return switch (this) {
            case WHOLE -> whole(text);
            case NUMBER -> number(text);
            case BOOLEAN -> bool(text);
            case DAY -> day(text);
            case TIME -> time(text);
            case UUID -> UUID_TEXT.matcher(text.toLowerCase(Locale.ROOT)).matches() ? text : null;
            case TEXT, AS_READ -> text.indexOf('\0') < 0 ? text : null;
            case NONE -> null;
        };
    }

    private static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : "";
        }
        return value instanceof BigDecimal number ? plain(number) : value.toString();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static @Nullable BigDecimal number(String text) {
        String stripped = text.strip();
        return NUMBER_TEXT.matcher(stripped).matches() ? new BigDecimal(stripped) : null;
    }

    private static @Nullable Long whole(String text) {
        BigDecimal number = number(text);
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.toBigInteger().bitLength() < 64 ? (Long) stripped.longValue() : null;
    }

    private static @Nullable Boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> true;
            case "false", "f", "0" -> false;
            default -> null;
        };
    }

    private static @Nullable LocalDateTime moment(String text) {
        Instant instant = TimeText.instant(text.strip());
        LocalDateTime time = instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return time == null || time.getYear() < 1 || time.getYear() > 9999 ? null : time;
    }

    private static @Nullable String time(String text) {
        LocalDateTime time = moment(text);
        return time == null ? null : MOMENT.format(time);
    }

    private static @Nullable String day(String text) {
        LocalDateTime time = moment(text);
        return time == null || !time.equals(time.toLocalDate().atStartOfDay())
                ? null
                : time.toLocalDate().toString();
    }
}
