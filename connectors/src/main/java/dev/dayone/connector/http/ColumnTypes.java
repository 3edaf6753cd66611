package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells columns' types: by the names that field catalogues use, or by values. */
final class ColumnTypes {
    private static final Map<String, ColumnType> NAMED = Map.ofEntries(
            Map.entry("boolean", ColumnType.BOOLEAN),
            Map.entry("bool", ColumnType.BOOLEAN),
            Map.entry("checkbox", ColumnType.BOOLEAN),
            Map.entry("custom_checkbox", ColumnType.BOOLEAN),
            Map.entry("integer", ColumnType.BIGINT),
            Map.entry("int", ColumnType.BIGINT),
            Map.entry("long", ColumnType.BIGINT),
            Map.entry("bigint", ColumnType.BIGINT),
            Map.entry("custom_number", ColumnType.BIGINT),
            Map.entry("number", ColumnType.DOUBLE),
            Map.entry("double", ColumnType.DOUBLE),
            Map.entry("float", ColumnType.DOUBLE),
            Map.entry("decimal", ColumnType.DOUBLE),
            Map.entry("currency", ColumnType.DOUBLE),
            Map.entry("monetary", ColumnType.DOUBLE),
            Map.entry("percent", ColumnType.DOUBLE),
            Map.entry("custom_decimal", ColumnType.DOUBLE),
            Map.entry("date", ColumnType.DATE),
            Map.entry("custom_date", ColumnType.DATE),
            Map.entry("datetime", ColumnType.TIMESTAMP),
            Map.entry("timestamp", ColumnType.TIMESTAMP),
            Map.entry("glide_date", ColumnType.DATE),
            Map.entry("glide_date_time", ColumnType.TIMESTAMP));

    private ColumnTypes() {}

    /** The type of a name, as the connector or the custom of APIs has it; others are texts. */
    static ColumnType named(String name, Map<String, ColumnType> own) {
        ColumnType given = own.get(name);
        return given == null ? NAMED.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), ColumnType.STRING) : given;
    }

    /** The type of a value; null: it has none. */
    static @Nullable ColumnType of(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isBoolean()) {
            return ColumnType.BOOLEAN;
        }
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? ColumnType.BIGINT : ColumnType.DOUBLE;
        }
        if (value.isNumber()) {
            return ColumnType.DOUBLE;
        }
        String text = value.asText();
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return ColumnType.DATE;
        }
        return CellValues.isMoment(text) ? ColumnType.TIMESTAMP : ColumnType.STRING;
    }

    /** The type that holds both. */
    static ColumnType wider(ColumnType one, ColumnType two) {
        if (one.equals(two)) {
            return one;
        }
        boolean numbers = isNumber(one) && isNumber(two);
        return numbers ? ColumnType.DOUBLE : ColumnType.STRING;
    }

    private static boolean isNumber(ColumnType type) {
        return type.equals(ColumnType.BIGINT) || type.equals(ColumnType.DOUBLE);
    }
}
