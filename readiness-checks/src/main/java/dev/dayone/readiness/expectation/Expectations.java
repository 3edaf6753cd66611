package dev.dayone.readiness.expectation;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.TableSelection;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.functions;

/** Every type of expectation that dayone knows. To add one, write its class and name it here. */
public final class Expectations {
    private static final Set<String> REGEX = Set.of("regex");
    private static final Set<String> REGEXES = Set.of("regex_list", "match_on");
    private static final Set<String> LIKE = Set.of("like_pattern");
    private static final Set<String> LIKES = Set.of("like_pattern_list", "match_on");
    private static final Set<String> BOUNDS = Set.of("min_value", "max_value", "strict_min", "strict_max");
    private static final Set<String> MEMBERS = Set.of(ValueSet.ARGUMENT);

    private static final Map<String, ExpectationKind> KINDS = List.of(
                    new ValuesNotNull(),
                    new ValuesNull(),
                    new ValuesUnique(),
                    new CompoundUnique(),
                    new ValuesBetween(),
                    new ZScores(),
                    new Ordered("expect_column_values_to_be_increasing", true),
                    new Ordered("expect_column_values_to_be_decreasing", false),
                    new ColumnRule("expect_column_values_to_be_in_set", MEMBERS, ValueSet::member),
                    new ColumnRule("expect_column_values_to_not_be_in_set", MEMBERS, not(ValueSet::member)),
                    new ColumnRule("expect_column_values_to_match_regex", REGEX, Patterns::regex),
                    new ColumnRule("expect_column_values_to_not_match_regex", REGEX, not(Patterns::regex)),
                    new ColumnRule("expect_column_values_to_match_regex_list", REGEXES, Patterns::regexList),
                    new ColumnRule(
                            "expect_column_values_to_not_match_regex_list",
                            Set.of("regex_list"),
                            not(Patterns::regexList)),
                    new ColumnRule("expect_column_values_to_match_like_pattern", LIKE, Patterns::like),
                    new ColumnRule("expect_column_values_to_not_match_like_pattern", LIKE, not(Patterns::like)),
                    new ColumnRule("expect_column_values_to_match_like_pattern_list", LIKES, Patterns::likeList),
                    new ColumnRule(
                            "expect_column_values_to_not_match_like_pattern_list",
                            Set.of("like_pattern_list"),
                            not(Patterns::likeList)),
                    new ColumnRule("expect_column_value_lengths_to_be_between", BOUNDS, TextRules::lengthBetween),
                    new ColumnRule("expect_column_value_lengths_to_equal", Set.of("value"), TextRules::lengthIs),
                    new ColumnRule(
                            "expect_column_values_to_match_strftime_format",
                            Set.of("strftime_format"),
                            TextRules::strftime),
                    new ColumnRule("expect_column_values_to_be_dateutil_parseable", Set.of(), TextRules::dateutil),
                    new ColumnRule("expect_column_values_to_be_json_parseable", Set.of(), TextRules::json),
                    new ColumnRule(
                            "expect_column_values_to_match_json_schema", Set.of("json_schema"), TextRules::jsonSchema),
                    new Pairs("expect_column_pair_values_a_to_be_greater_than_b", Set.of("or_equal"), Pairs::greater),
                    new Pairs("expect_column_pair_values_to_be_equal", Set.of(), Pairs::equal),
                    new Pairs("expect_column_pair_values_to_be_in_set", Set.of("value_pairs_set"), Pairs::inSet),
                    new Rows("expect_multicolumn_sum_to_equal", Set.of("sum_total"), Rows::sum),
                    new Rows("expect_select_column_values_to_be_unique_within_record", Set.of(), Rows::different),
                    new Rows("expect_multicolumn_values_to_be_unique", Set.of(), Rows::different),
                    new SetCovered("expect_column_distinct_values_to_be_in_set", true, false),
                    new SetCovered("expect_column_distinct_values_to_contain_set", false, true),
                    new SetCovered("expect_column_distinct_values_to_equal_set", true, true),
                    new Extreme("expect_column_min_to_be_between", false),
                    new Extreme("expect_column_max_to_be_between", true),
                    new ShareNotNull(),
                    new MostCommonInSet(),
                    new Divergence(),
                    new ColumnMeanBetween(),
                    new MedianBetween(),
                    new QuantilesBetween(),
                    new Statistic(
                            "expect_column_stdev_to_be_between",
                            Statistic::deviation,
                            values -> values,
                            Statistic::ofDeviation,
                            false),
                    new Statistic(
                            "expect_column_sum_to_be_between",
                            Statistic::sum,
                            Statistic::added,
                            Statistic::ofSum,
                            true),
                    new DifferentValues("expect_column_unique_value_count_to_be_between", false),
                    new DifferentValues("expect_column_proportion_of_unique_values_to_be_between", true),
                    new TableRowCountBetween(),
                    new TableRowCountIs(),
                    new SameRowCount(),
                    new UnexpectedRows(),
                    new QueriesMatch(),
                    new NewestWithinAge(),
                    new ColumnRule(
                            "expect_column_values_to_not_be_placeholders",
                            Set.of("placeholders"),
                            TextRules::noPlaceholder),
                    new ExistInOther(),
                    new RequiredWhen(),
                    new NotBefore(),
                    new CloseToPrevious(),
                    new ColumnExists(),
                    new SchemaRule(
                            "expect_column_values_to_be_of_type",
                            Set.of("column", "mostly", "type_"),
                            SchemaRule::ofType),
                    new SchemaRule(
                            "expect_column_values_to_be_in_type_list",
                            Set.of("column", "mostly", "type_list"),
                            SchemaRule::ofTypes),
                    new SchemaRule("expect_table_column_count_to_be_between", BOUNDS, SchemaRule::countBetween),
                    new SchemaRule("expect_table_column_count_to_equal", Set.of("value"), SchemaRule::count),
                    new SchemaRule(
                            "expect_table_columns_to_match_ordered_list", Set.of("column_list"), SchemaRule::ordered),
                    new SchemaRule(
                            "expect_table_column_names_to_match_regex",
                            Set.of("regex"),
                            arguments -> ColumnNames.match(arguments, true)),
                    new SchemaRule(
                            "expect_table_column_names_to_not_match_regex",
                            Set.of("regex"),
                            arguments -> ColumnNames.match(arguments, false)),
                    new SchemaRule(
                            "expect_table_columns_to_match_set", Set.of("column_set", "exact_match"), SchemaRule::set))
            .stream()
            .collect(Collectors.toUnmodifiableMap(ExpectationKind::type, Function.identity()));

    private static final List<String> COLUMNS = List.of("column", "column_A", "column_B");

    private Expectations() {}

    private static ColumnRule.Holds not(ColumnRule.Holds rule) {
        return (arguments, column) -> functions.not(rule.of(arguments, column));
    }

    /** The names of all types. */
    public static Set<String> types() {
        return KINDS.keySet();
    }

    /** The arguments of a type, beside those that every expectation has. */
    static Set<String> arguments(String type) {
        ExpectationKind kind = KINDS.get(type);
        return kind == null ? Set.of() : kind.arguments();
    }

    /** Throws {@link WrongCheckException} if the check cannot be asked of the table as it is written. */
    static Plan plan(Expectation expectation, SnapshotTable table, TableSelection selection, Beside beside) {
        ExpectationKind kind = KINDS.get(expectation.type());
        if (kind == null) {
            throw new WrongCheckException("There is no expectation '" + expectation.type() + "'"
                    + NearestName.hint(expectation.type(), KINDS.keySet()));
        }
        for (String argument : COLUMNS) {
            refuseWithheld(String.valueOf(expectation.kwargs().get(argument)), kind, selection);
        }
        if (expectation.kwargs().get("column_list") instanceof List<?> list && kind.needsValues()) {
            list.forEach(column -> refuseWithheld(String.valueOf(column), kind, selection));
        }
        Arguments arguments = new Arguments(expectation.kwargs(), table, beside);
        arguments.allow(kind.arguments());
        return kind.plan(arguments);
    }

    /** What the pilot keeps out of the snapshot is no defect of the data. */
    private static void refuseWithheld(String column, ExpectationKind kind, TableSelection selection) {
        if (selection.drop().contains(column)) {
            throw new WrongCheckException("Column '" + column + "' is not read: the pilot drops it.");
        }
        if (selection.hash().contains(column) && kind.needsValues()) {
            throw new WrongCheckException("Column '" + column
                    + "' is kept as a hash, and this check needs its values: keep the column, or leave out the check.");
        }
    }
}
