package dev.dayone.readiness.expectation;

import java.util.List;

/** What each type of expectation asks, for people: docs/expectations.md is made of it. */
final class Meanings {
    private static final List<Meaning> SHARED = List.of(
            new Meaning("expect_column_values_to_not_be_null", "the column has a value", Sampled.RATE),
            new Meaning("expect_column_values_to_be_null", "the column has no value", Sampled.RATE),
            new Meaning("expect_column_values_to_be_in_set", "the value is a member of `value_set`", Sampled.RATE),
            new Meaning("expect_column_values_to_not_be_in_set", "the value is no member of `value_set`", Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_be_between",
                    "a number, text, day or time lies within the bounds",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_regex",
                    "`regex`, in Python's words, is found in the value",
                    Sampled.RATE),
            new Meaning("expect_column_values_to_not_match_regex", "`regex` is not found in the value", Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_regex_list",
                    "any of `regex_list` is found, or with `match_on: all` each",
                    Sampled.RATE),
            new Meaning("expect_column_values_to_not_match_regex_list", "none of `regex_list` is found", Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_like_pattern",
                    "the value is of the SQL pattern `like_pattern`",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_not_match_like_pattern",
                    "the value is not of the SQL pattern `like_pattern`",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_like_pattern_list",
                    "the value is of any of `like_pattern_list`, or with `match_on: all` of each",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_not_match_like_pattern_list",
                    "the value is of none of `like_pattern_list`",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_value_lengths_to_be_between",
                    "the text's length in characters lies within the bounds",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_value_lengths_to_equal", "the text's length in characters is `value`", Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_strftime_format",
                    "the text is a time of Python's `strftime_format`, in English",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_be_dateutil_parseable",
                    "the text is a date or time to Python's dateutil",
                    Sampled.RATE),
            new Meaning("expect_column_values_to_be_json_parseable", "the text is JSON", Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_match_json_schema",
                    "the text is JSON that keeps `json_schema`; other documents are not fetched for it",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_value_z_scores_to_be_less_than",
                    "the value lies fewer than `threshold` standard deviations above the mean, with `double_sided` below it either",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_be_increasing",
                    "the value is no less than that of the row before, by the table's key; with `strictly`, greater",
                    Sampled.REFUTED),
            new Meaning(
                    "expect_column_values_to_be_decreasing",
                    "the value is no greater than that of the row before, by the table's key; with `strictly`, less",
                    Sampled.REFUTED),
            new Meaning("expect_column_values_to_be_unique", "the value stands in no other row", Sampled.REFUTED),
            new Meaning(
                    "expect_column_pair_values_a_to_be_greater_than_b",
                    "the one column's value is greater than the other's, with `or_equal` no less",
                    Sampled.RATE),
            new Meaning("expect_column_pair_values_to_be_equal", "two columns' values are the same", Sampled.RATE),
            new Meaning(
                    "expect_column_pair_values_to_be_in_set",
                    "the pair of values is among `value_pairs_set`",
                    Sampled.RATE),
            new Meaning("expect_multicolumn_sum_to_equal", "the columns' values add up to `sum_total`", Sampled.RATE),
            new Meaning(
                    "expect_select_column_values_to_be_unique_within_record",
                    "no value stands twice in the row",
                    Sampled.RATE),
            new Meaning(
                    "expect_multicolumn_values_to_be_unique",
                    "no value stands twice in the row (an older name)",
                    Sampled.RATE),
            new Meaning(
                    "expect_compound_columns_to_be_unique",
                    "the columns' values together stand in no other row",
                    Sampled.REFUTED),
            new Meaning(
                    "expect_column_distinct_values_to_be_in_set",
                    "no value lies outside of `value_set`",
                    Sampled.REFUTED),
            new Meaning(
                    "expect_column_distinct_values_to_contain_set",
                    "each of `value_set` stands somewhere",
                    Sampled.PROVED),
            new Meaning(
                    "expect_column_distinct_values_to_equal_set",
                    "the different values are those of `value_set`",
                    Sampled.REFUTED),
            new Meaning(
                    "expect_column_most_common_value_to_be_in_set",
                    "the value that stands most often is a member; of several, with `ties_okay` one of them",
                    Sampled.INTERVAL),
            new Meaning("expect_column_min_to_be_between", "the least value lies within the bounds", Sampled.HALF),
            new Meaning("expect_column_max_to_be_between", "the greatest value lies within the bounds", Sampled.HALF),
            new Meaning("expect_column_mean_to_be_between", "the mean lies within the bounds", Sampled.INTERVAL),
            new Meaning("expect_column_median_to_be_between", "the median lies within the bounds", Sampled.INTERVAL),
            new Meaning(
                    "expect_column_quantile_values_to_be_between",
                    "each quantile lies within its range of `quantile_ranges`",
                    Sampled.INTERVAL),
            new Meaning(
                    "expect_column_stdev_to_be_between",
                    "the standard deviation, as of a sample, lies within the bounds",
                    Sampled.INTERVAL),
            new Meaning("expect_column_sum_to_be_between", "the sum lies within the bounds", Sampled.COUNTED),
            new Meaning(
                    "expect_column_unique_value_count_to_be_between",
                    "the number of different values lies within the bounds",
                    Sampled.HALF),
            new Meaning(
                    "expect_column_proportion_of_unique_values_to_be_between",
                    "the number of different values, as a share of all, lies within the bounds",
                    Sampled.HALF),
            new Meaning(
                    "expect_column_proportion_of_non_null_values_to_be_between",
                    "the share of rows with a value lies within the bounds",
                    Sampled.INTERVAL),
            new Meaning(
                    "expect_column_kl_divergence_to_be_less_than",
                    "the values lie no farther than `threshold` from the distribution in `partition_object`, as a Kullback-Leibler divergence in nats",
                    Sampled.INTERVAL),
            new Meaning(
                    "expect_table_row_count_to_be_between",
                    "the number of rows lies within the bounds",
                    Sampled.COUNTED),
            new Meaning("expect_table_row_count_to_equal", "the number of rows is `value`", Sampled.COUNTED),
            new Meaning(
                    "expect_table_row_count_to_equal_other_table",
                    "the table has as many rows as `other_table_name`, one of the same source or `SOURCE.TABLE`",
                    Sampled.COUNTED),
            new Meaning(
                    "unexpected_rows_expectation",
                    "`unexpected_rows_query`, a SELECT with `{batch}` for the table, yields no row; it may name tables of its source bare",
                    Sampled.FILTER),
            new Meaning(
                    "expect_query_results_to_match_comparison",
                    "`base_query` and `comparison_query`, SELECTs over tables of this source and of"
                            + " `comparison_data_source_name`, yield the same rows in any order",
                    Sampled.WHOLE),
            new Meaning(
                    "expect_column_to_exist", "the table has the column, at `column_index` if given", Sampled.SCHEMA),
            new Meaning(
                    "expect_column_values_to_be_of_type",
                    "the column is of the type `type_`, in the words of Spark, SQL, Python or its source",
                    Sampled.SCHEMA),
            new Meaning(
                    "expect_column_values_to_be_in_type_list",
                    "the column is of one of the types in `type_list`",
                    Sampled.SCHEMA),
            new Meaning(
                    "expect_table_column_count_to_be_between",
                    "the number of columns lies within the bounds",
                    Sampled.SCHEMA),
            new Meaning("expect_table_column_count_to_equal", "the number of columns is `value`", Sampled.SCHEMA),
            new Meaning(
                    "expect_table_columns_to_match_ordered_list",
                    "the columns are those of `column_list`, in its order",
                    Sampled.SCHEMA),
            new Meaning(
                    "expect_table_column_names_to_match_regex",
                    "`regex` is found in every column's name (of dayone alone)",
                    Sampled.SCHEMA),
            new Meaning(
                    "expect_table_column_names_to_not_match_regex",
                    "`regex` is found in no column's name (of dayone alone)",
                    Sampled.SCHEMA),
            new Meaning(
                    "expect_table_columns_to_match_set",
                    "the columns are those of `column_set`; with `exact_match: false`, those and others",
                    Sampled.SCHEMA));

    private static final List<Meaning> OWN = List.of(
            new Meaning(
                    "expect_column_max_to_be_within_age",
                    "the newest day or time lies no more than `max_age` (`90s`, `30m`, `36h`, `2d`) before the table was read;"
                            + " what lies after that is left out and counted",
                    Sampled.PROVED),
            new Meaning(
                    "expect_column_values_to_not_be_placeholders",
                    "the text is not blank, no known stand-in for a value (`n/a`, `tbd`, `xxx`, `0000-00-00`, ...), and none of"
                            + " `placeholders`",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_values_to_exist_in_other_table",
                    "the value stands in `other_column` (unless given, of the same name) of `other_table_name`, one of the same"
                            + " source or `SOURCE.TABLE`; as texts, as links compare keys, blank ones left out",
                    Sampled.FOUND),
            new Meaning(
                    "expect_column_values_to_not_be_null_when",
                    "the column has a value where `condition` is true; other rows are left out",
                    Sampled.RATE),
            new Meaning(
                    "expect_column_pair_times_a_to_not_be_before_b",
                    "the one day or time does not lie before the other by more than `tolerance`; unlike"
                            + " `expect_column_pair_values_a_to_be_greater_than_b`, the same time is enough, rows without one of"
                            + " them are left out, and a day beside a time is that whole day",
                    Sampled.RATE),
            new Meaning(
                    "expect_table_row_count_to_be_close_to_previous",
                    "the table grew by no more than `max_increase` and shrank by no more than `max_decrease`, shares of the rows"
                            + " that the newest earlier run of the pilot told of; without such a run there is no answer",
                    Sampled.COUNTED));

    private Meanings() {}

    /** What a sample tells of an expectation. */
    enum Sampled {
        RATE("by the interval of its rate"),
        INTERVAL("by its interval"),
        HALF("one bound refuted, the other proved; the rest open"),
        REFUTED("refuted, never proved"),
        PROVED("proved, never refuted"),
        FOUND("by the interval of its rate; what was not found is open where the other table is a sample"),
        COUNTED("open unless the source counted (`pushdown`), or far off"),
        WHOLE("open"),
        FILTER("a plain `SELECT * FROM {batch} WHERE` by the interval of its rate; else open"),
        SCHEMA("needs no rows");

        private final String words;

        Sampled(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** One type: what it asks, as a clause. */
    record Meaning(String type, String asks, Sampled sampled) {}

    /** Those of Great Expectations, in the order in which people look for them. */
    static List<Meaning> shared() {
        return SHARED;
    }

    /** Those that Great Expectations does not have. */
    static List<Meaning> own() {
        return OWN;
    }
}
