package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of flat records: the columns asked for, in their order, values as {@code read} promises them. */
final class CellValues {
    /** As APIs write offsets: {@code +02:00}, {@code +0200}, {@code Z}. */
    private static final DateTimeFormatter OFFSET_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' ']")
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT);

    /** Above it, a number of seconds would lie after the year 5138: it is one of milliseconds. */
    private static final long MILLIS = 100_000_000_000L;

    private final List<ColumnInfo> columns;

    CellValues(List<ColumnInfo> columns) {
        this.columns = columns;
    }

    Map<String, @Nullable Object> row(Map<String, JsonNode> flat) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (ColumnInfo column : columns) {
            JsonNode value = flat.get(column.name());
            row.put(column.name(), value == null || value.isNull() ? null : value(value, column.type()));
        }
        return row;
    }

    private static @Nullable Object value(JsonNode value, ColumnType type) {
        if (value.isContainerNode()) {
            return value.toString();
        }
        if (type.kind() == ColumnType.Kind.STRING) {
            return value.asText();
        }
        if (value.isTextual() && value.textValue().isEmpty()) {
            return null;
        }
        if (type.kind() == ColumnType.Kind.TIMESTAMP || type.kind() == ColumnType.Kind.DATE) {
            return value.isNumber() ? instant(value.longValue()).toString() : utc(value.asText());
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asText();
    }

    private static Instant instant(long number) {
        return Math.abs(number) > MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    /** A time with an offset in UTC; anything else as it is. */
    static String utc(String text) {
        if (text.length() < 17) {
            return text;
        }
        try {
            return OffsetDateTime.parse(text, OFFSET_TIME).toInstant().toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** Whether a text is a moment that names its offset. */
    static boolean isMoment(String text) {
        return (text.length() >= 17 && !utc(text).equals(text)) || text.matches("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,}Z");
    }
}
