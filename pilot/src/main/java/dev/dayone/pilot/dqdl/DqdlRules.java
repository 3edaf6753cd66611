package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.DQRuleLogicalOperator;

/** What each type of rule is here, with the answers that Glue's own engine, Deequ, gives. */
final class DqdlRules {
    private static final String ONCE = "SELECT count_if(frequency = 1)";
    private static final String COMPOSITE = "Composite";
    private static final String HISTORY = "it compares with earlier runs, which Glue keeps";
    private static final String FILES = "it is about the files in a bucket, not about rows";
    private static final Map<String, Function<Target, List<Expectation>>> RULES = new TreeMap<>(Map.ofEntries(
            Map.entry("RowCount", DqdlRules::rowCount),
            Map.entry("ColumnCount", DqdlRules::columnCount),
            Map.entry("ColumnExists", rule -> Draft.all(Draft.of("expect_column_to_exist", rule.column()))),
            Map.entry("ColumnNamesMatchPattern", DqdlRules::names),
            Map.entry("IsComplete", rule -> Draft.all(rule.complete(rule.column()))),
            Map.entry("Completeness", DqdlRules::completeness),
            Map.entry("IsUnique", rule -> Draft.all(rule.unique())),
            Map.entry("IsPrimaryKey", DqdlRules::primaryKey),
            Map.entry("Uniqueness", DqdlRules::uniqueness),
            Map.entry("UniqueValueRatio", rule -> rule.number(ONCE + " / count(*) FROM (" + rule.frequencies() + ")")),
            Map.entry("DistinctValuesCount", DqdlRules::distinctValues),
            Map.entry("Mean", DqdlRules::mean),
            Map.entry("Sum", rule -> rule.statistic("expect_column_sum_to_be_between", "sum(CAST(%s AS DOUBLE))")),
            Map.entry("StandardDeviation", rule -> rule.aggregate("stddev_pop(%s)")),
            Map.entry("Entropy", DqdlRules::entropy),
            Map.entry("ColumnCorrelation", DqdlRules::correlation),
            Map.entry("ColumnLength", DqdlRowRules::length),
            Map.entry("ColumnValues", DqdlValues::expectations),
            Map.entry("ColumnDataType", DqdlRowRules::dataType),
            Map.entry("DataFreshness", DqdlRowRules::freshness),
            Map.entry("CustomSql", DqdlOtherTables::customSql),
            Map.entry("ReferentialIntegrity", DqdlOtherTables::referentialIntegrity),
            Map.entry("RowCountMatch", DqdlOtherTables::rowCountMatch),
            Map.entry("AggregateMatch", DqdlOtherTables::aggregateMatch),
            Map.entry("DatasetMatch", uncarried("it compares two tables row by row")),
            Map.entry("SchemaMatch", uncarried("it compares the columns of two tables")),
            Map.entry("DetectAnomalies", uncarried(HISTORY)),
            Map.entry("AllStatistics", uncarried(HISTORY)),
            Map.entry("FileFreshness", uncarried(FILES)),
            Map.entry("FileMatch", uncarried(FILES)),
            Map.entry("FileSize", uncarried(FILES)),
            Map.entry("FileUniqueness", uncarried(FILES))));

    private DqdlRules() {}

    /** The types of rules that the parser knows. */
    static Set<String> types() {
        return RULES.keySet();
    }

    /** The expectations that mean a rule together. Throws {@link UncarriedException} if there are none. */
    static List<Expectation> expectations(DQRule rule) {
        if (!rule.getRuleType().equals(COMPOSITE)) {
            return Objects.requireNonNull(RULES.get(rule.getRuleType())).apply(new Target(rule));
        }
        if (rule.getOperator() == DQRuleLogicalOperator.OR) {
            throw new UncarriedException("one of its parts is enough, and each expectation has a verdict of its own");
        }
        List<Expectation> all = new ArrayList<>();
        rule.getNestedRules().forEach(part -> all.addAll(expectations(part)));
        return all;
    }

    /** Whether Glue fails the rule on a table without rows, where an expectation has nothing to say against it. */
    static boolean failsOnNothing(DQRule rule) {
        return rule.getRuleType().equals(COMPOSITE)
                ? rule.getNestedRules().stream().anyMatch(DqdlRules::failsOnNothing)
                : List.of(
                                "IsComplete",
                                "IsUnique",
                                "IsPrimaryKey",
                                "ColumnLength",
                                "ColumnValues",
                                "ReferentialIntegrity")
                        .contains(rule.getRuleType());
    }

    private static Function<Target, List<Expectation>> uncarried(String reason) {
        return rule -> {
            throw new UncarriedException(reason);
        };
    }

    private static List<Expectation> rowCount(Target rule) {
        Range range = rule.passing().interval();
        return range == null
                ? rule.number(Sql.number("count(*)", rule.where()))
                : Draft.all(Draft.of("expect_table_row_count_to_be_between")
                        .within(range)
                        .where(rule.where()));
    }

    private static List<Expectation> columnCount(Target rule) {
        Range range = rule.passing().interval();
        if (range == null) {
            throw new UncarriedException("its condition is none of one range");
        }
        return Draft.all(Draft.of("expect_table_column_count_to_be_between").within(range));
    }

    private static List<Expectation> names(Target rule) {
        return Draft.all(
                Draft.of("expect_table_column_names_to_match_regex").with("regex", rule.parameter("PatternToMatch")));
    }

    private static List<Expectation> completeness(Target rule) {
        return rule.statistic("expect_column_proportion_of_non_null_values_to_be_between", "count(%s) / count(*)");
    }

    private static List<Expectation> primaryKey(Target rule) {
        List<Draft> drafts = new ArrayList<>(List.of(rule.unique()));
        rule.columns().forEach(column -> drafts.add(rule.complete(column)));
        return Draft.all(drafts.toArray(Draft[]::new));
    }

    private static List<Expectation> uniqueness(Target rule) {
        Passing passing = rule.passing();
        return passing.allows(BigDecimal.ONE) && !passing.allows(new BigDecimal("0.999999999"))
                ? Draft.all(rule.unique())
                : rule.number(ONCE + " / sum(frequency) FROM (" + rule.frequencies() + ")");
    }

    /** Deequ counts the missing values as one value more. */
    private static List<Expectation> distinctValues(Target rule) {
        String column = Sql.name(rule.column());
        return rule.number(Sql.number(
                "count(DISTINCT " + column + ") + CASE WHEN count_if(" + column + " IS NULL) > 0 THEN 1 ELSE 0 END",
                rule.where()));
    }

    /** Glue fails a mean of no values, where Great Expectations passes it. */
    private static List<Expectation> mean(Target rule) {
        List<Expectation> mean = new ArrayList<>(rule.statistic("expect_column_mean_to_be_between", "avg(%s)"));
        if (rule.passing().interval() != null) {
            mean.addAll(Draft.all(Draft.of("expect_column_proportion_of_non_null_values_to_be_between", rule.column())
                    .within(Range.of(">", BigDecimal.ZERO))
                    .where(rule.where())));
        }
        return mean;
    }

    /** In nats, over the values that are there. */
    private static List<Expectation> entropy(Target rule) {
        return rule.number("SELECT ln(sum(frequency)) - sum(frequency * ln(frequency)) / sum(frequency) FROM ("
                + rule.frequencies() + ")");
    }

    private static List<Expectation> correlation(Target rule) {
        String columns = rule.columns().stream().map(Sql::name).collect(Collectors.joining(", "));
        return rule.number(Sql.number("corr(" + columns + ")", rule.where()));
    }
}
