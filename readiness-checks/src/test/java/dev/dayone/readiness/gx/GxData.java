package dev.dayone.readiness.gx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.snapshot.ColumnType;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;

/** The rows of a data set: columns as {@code name type}, typed by the Spark schema that it gives, else by its values. */
@NullUnmarked
record GxData(List<String> columns, List<Object[]> rows) {
    private static final Map<String, ColumnType> TYPES = new TreeMap<>(Map.of(
            "IntegerType", ColumnType.BIGINT,
            "LongType", ColumnType.BIGINT,
            "FloatType", ColumnType.DOUBLE,
            "DoubleType", ColumnType.DOUBLE,
            "DecimalType", ColumnType.decimal(38, 18),
            "BooleanType", ColumnType.BOOLEAN,
            "DateType", ColumnType.DATE,
            "TimestampType", ColumnType.TIMESTAMP));
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ROOT);

    static GxData of(JsonNode data, JsonNode schema) {
        List<String> columns = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        data.fields().forEachRemaining(column -> {
            JsonNode values = column.getValue();
            ColumnType type = schema.has(column.getKey())
                    ? TYPES.getOrDefault(schema.get(column.getKey()).asText(), ColumnType.STRING)
                    : inferred(values);
            for (int i = 0; i < values.size(); i++) {
                if (rows.size() <= i) {
                    rows.add(new Object[data.size()]);
                }
                rows.get(i)[columns.size()] = value(values.get(i), type);
            }
            columns.add(column.getKey() + " " + type);
        });
        return new GxData(columns, rows);
    }

    private static ColumnType inferred(JsonNode values) {
        ColumnType type = null;
        for (JsonNode value : values) {
            ColumnType one = value.isBoolean()
                    ? ColumnType.BOOLEAN
                    : value.isIntegralNumber()
                            ? ColumnType.BIGINT
                            : value.isNumber() ? ColumnType.DOUBLE : ColumnType.STRING;
            if (!value.isNull()) {
                boolean numbers = type != null && type.isNumeric() && one.isNumeric();
                type = (type == null || type.equals(one)) ? one : numbers ? ColumnType.DOUBLE : ColumnType.STRING;
            }
        }
        return type == null ? ColumnType.STRING : type;
    }

    private static Object value(JsonNode value, ColumnType type) {
        if (value.isNull()) {
            return null;
        }
        String text = value.asText();
        return switch (type.kind()) {
            case BIGINT -> Long.valueOf(new BigDecimal(text).longValue());
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text).setScale(18);
            case BOOLEAN -> value.asBoolean();
            case DATE -> Date.valueOf(LocalDate.ofInstant(time(text), ZoneOffset.UTC));
            case TIMESTAMP -> Timestamp.from(time(text));
            case STRING -> text;
        };
    }

    /** As the tests write times. */
    static Instant time(String text) {
        if (Character.isLetter(text.charAt(0))) {
            return LocalDateTime.parse(text, WRITTEN).toInstant(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T').replaceFirst("T?([+-]\\d\\d):?(\\d\\d)$", "$1:$2");
        if (iso.matches(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)$")) {
            return OffsetDateTime.parse(iso).toInstant();
        }
        return iso.contains("T")
                ? LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
