package dev.dayone.pilot.soda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.suite.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is valid, where one key says it, as the expectation that asks the same of each value. */
final class SodaValues {
    private SodaValues() {}

    /** Null: no single key says it, or no expectation asks the same. */
    static @Nullable Draft draft(SodaMetric metric, @Nullable String key) {
        if (key == null) {
            return null;
        }
        JsonNode value = metric.configuration().path(key);
        String column = metric.column();
        return switch (key) {
            case "valid values" -> inSet("expect_column_values_to_be_in_set", column, value);
            case "invalid values" -> inSet("expect_column_values_to_not_be_in_set", column, value);
            case "valid format" ->
                regex("expect_column_values_to_match_regex", column, SodaFormats.regex(value.asText()));
            case "invalid format" ->
                regex("expect_column_values_to_not_match_regex", column, SodaFormats.regex(value.asText()));
            case "valid regex" -> regex("expect_column_values_to_match_regex", column, value.asText());
            case "invalid regex" -> regex("expect_column_values_to_not_match_regex", column, value.asText());
            case "valid length" -> bound("expect_column_value_lengths_to_equal", column, "value", value);
            case "valid min length" -> bound("expect_column_value_lengths_to_be_between", column, "min_value", value);
            case "valid max length" -> bound("expect_column_value_lengths_to_be_between", column, "max_value", value);
            case "valid min" -> bound("expect_column_values_to_be_between", column, "min_value", value);
            case "valid max" -> bound("expect_column_values_to_be_between", column, "max_value", value);
            default -> null;
        };
    }

    private static @Nullable Draft inSet(String type, String column, JsonNode values) {
        return values.isArray() && !values.isEmpty()
                ? Draft.of(type, column).with("value_set", Json.MAPPER.convertValue(values, List.class))
                : null;
    }

    private static Draft regex(String type, String column, String regex) {
        return Draft.of(type, column).with("regex", regex);
    }

    private static @Nullable Draft bound(String type, String column, String argument, JsonNode value) {
        return value.isNumber()
                ? Draft.of(type, column).with(argument, Json.MAPPER.convertValue(value, Object.class))
                : null;
    }
}
