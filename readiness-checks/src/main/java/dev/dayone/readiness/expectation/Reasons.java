package dev.dayone.readiness.expectation;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.dayone.pilot.Expectation;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Rules;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** What is wrong with a row that breaks a rule, in a few words that hold no value of it. */
final class Reasons {
    private static final String PREFIX = "expect_column_";
    private static final String ANY = "breaks the rule";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("values_to_not_be_null", "NULL"),
            Map.entry("values_to_be_null", "not NULL"),
            Map.entry("values_to_be_in_set", "not in the set"),
            Map.entry("distinct_values_to_be_in_set", "not in the set"),
            Map.entry("distinct_values_to_equal_set", "not in the set"),
            Map.entry("values_to_not_be_in_set", "in the set"),
            Map.entry("values_to_match_regex", "does not match the regex"),
            Map.entry("values_to_not_match_regex", "matches the regex"),
            Map.entry("values_to_match_regex_list", "does not match the regexes"),
            Map.entry("values_to_not_match_regex_list", "matches one of the regexes"),
            Map.entry("values_to_match_like_pattern", "does not match the pattern"),
            Map.entry("values_to_not_match_like_pattern", "matches the pattern"),
            Map.entry("values_to_match_like_pattern_list", "does not match the patterns"),
            Map.entry("values_to_not_match_like_pattern_list", "matches one of the patterns"),
            Map.entry("values_to_match_strftime_format", "not of the format"),
            Map.entry("values_to_be_json_parseable", "not JSON"),
            Map.entry("values_to_match_json_schema", "does not keep the JSON schema"),
            Map.entry("pair_values_a_to_be_greater_than_b", "the first is not greater than the second"),
            Map.entry("pair_values_to_be_equal", "the two differ"),
            Map.entry("pair_values_to_be_in_set", "the pair is not in the set"));

    private Reasons() {}

    /** As an expression over the row. */
    static Column of(Expectation expectation, SnapshotTable table, List<Integer> columns) {
        Map<String, Object> kwargs = expectation.kwargs();
        int column = columns.get(0);
        return switch (expectation.type()) {
            case "expect_column_values_to_be_between" ->
                between(
                        kwargs,
                        "below",
                        "above",
                        (min, strict) -> below(
                                SnapshotTable.column(column),
                                Literals.of(min, table.columns().get(column)),
                                strict));
            case "expect_column_value_lengths_to_be_between" ->
                between(
                        kwargs,
                        "shorter than",
                        "longer than",
                        (min, strict) -> below(functions.length(SnapshotTable.column(column)), lit(min), strict));
            case "expect_column_value_lengths_to_equal" ->
                lit("not " + Rules.value(kwargs.get("value")) + " characters long");
            case "expect_multicolumn_sum_to_equal" -> lit("does not add up to " + Rules.value(kwargs.get("sum_total")));
            case "expect_select_column_values_to_be_unique_within_record", "expect_multicolumn_values_to_be_unique" ->
                lit("the same value twice in the row");
            default -> lit(WORDS.getOrDefault(bare(expectation.type()), ANY));
        };
    }

    private static String bare(String type) {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static Column below(Column value, Column min, @Nullable Object strict) {
        return Boolean.TRUE.equals(strict) ? value.leq(min) : value.lt(min);
    }

    /** Whether something lies below a bound, or on it where that is strict. */
    private interface Below {
        Column of(Object min, @Nullable Object strict);
    }

    private static Column between(Map<String, Object> kwargs, String under, String over, Below below) {
        Object min = kwargs.get("min_value");
        Object max = kwargs.get("max_value");
        String high = max == null ? ANY : words(over, max, kwargs.get("strict_max"));
        if (min == null) {
            return lit(high);
        }
        String low = words(under, min, kwargs.get("strict_min"));
        return max == null
                ? lit(low)
                : when(below.of(min, kwargs.get("strict_min")), low).otherwise(high);
    }

    private static String words(String word, Object bound, @Nullable Object strict) {
        return word + " " + Rules.value(bound) + (Boolean.TRUE.equals(strict) ? ", or on it" : "");
    }
}
