package dev.dayone.pilot.soda;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each metric of Soda is here. Where an expectation means the same it is that one, which a sample can decide too;
 * else a query that computes what Soda would.
 */
final class SodaMetrics {
    private static final Map<String, String> NATIVE = Map.of(
            "avg", "expect_column_mean_to_be_between",
            "min", "expect_column_min_to_be_between",
            "max", "expect_column_max_to_be_between",
            "sum", "expect_column_sum_to_be_between",
            "stddev", "expect_column_stdev_to_be_between",
            "stddev_samp", "expect_column_stdev_to_be_between");
    private static final Map<String, String> AGGREGATES = Map.ofEntries(
            Map.entry("avg", "avg(%s)"),
            Map.entry("min", "min(%s)"),
            Map.entry("max", "max(%s)"),
            Map.entry("sum", "sum(%s)"),
            Map.entry("stddev", "stddev_samp(%s)"),
            Map.entry("stddev_samp", "stddev_samp(%s)"),
            Map.entry("stddev_pop", "stddev_pop(%s)"),
            Map.entry("variance", "var_samp(%s)"),
            Map.entry("var_samp", "var_samp(%s)"),
            Map.entry("var_pop", "var_pop(%s)"),
            Map.entry("avg_length", "avg(length(%s))"),
            Map.entry("min_length", "min(length(%s))"),
            Map.entry("max_length", "max(length(%s))"),
            Map.entry("distinct_count", "count(DISTINCT %s)"));

    private SodaMetrics() {}

    static List<Expectation> expectations(SodaMetric metric) {
        if (metric.passes() != null) {
            return List.of(draft(metric, metric.passes()).at(Severity.MAJOR));
        }
        List<Expectation> expectations = SodaCheck.byThreshold(metric.configuration(), range -> draft(metric, range));
        if (expectations.isEmpty()) {
            throw new UncarriedException("it has no threshold");
        }
        return expectations;
    }

    private static Draft draft(SodaMetric metric, Range passes) {
        String name = metric.name();
        String expression = SodaCheck.text(metric.configuration(), name + " expression");
        String query = SodaCheck.text(metric.configuration(), name + " query");
        if (expression != null) {
            return Draft.number(metric.query(expression), passes.sql("value"));
        }
        if (query != null) {
            return Draft.number(SodaCheck.statement(query), passes.sql("value"));
        }
        return switch (name) {
            case "row_count" -> rowCount(metric, passes);
            case "missing_count" -> missing(metric, passes);
            case "missing_percent" -> missingPercent(metric, passes);
            case "invalid_count" -> invalid(metric, passes);
            case "invalid_percent" -> percent(metric, metric.validity().broken(), passes);
            case "valid_count" -> counted(metric, metric.validity().present(), passes);
            case "duplicate_count" -> duplicates(metric, passes);
            case "duplicate_percent" -> duplicatePercent(metric, passes);
            case "freshness" -> freshness(metric, passes);
            case "percentile" -> percentile(metric, passes);
            default -> aggregate(metric, passes);
        };
    }

    private static Draft rowCount(SodaMetric metric, Range passes) {
        return passes.outside()
                ? Draft.number(metric.query("count(*)"), passes.sql("value"))
                : Draft.of("expect_table_row_count_to_be_between")
                        .within(passes)
                        .where(metric.where());
    }

    private static Draft missing(SodaMetric metric, Range passes) {
        SodaValidity validity = metric.validity();
        if (!passes.isNone()) {
            return counted(metric, validity.missing(), passes);
        }
        return validity.saysMissing()
                ? Draft.noRowsWhere(String.valueOf(Sql.and(metric.where(), validity.missing())))
                : Draft.of("expect_column_values_to_not_be_null", metric.column())
                        .where(metric.where());
    }

    private static Draft missingPercent(SodaMetric metric, Range passes) {
        SodaValidity validity = metric.validity();
        Number mostly = Percentages.mostly(passes);
        return validity.saysMissing() || mostly == null
                ? percent(metric, validity.missing(), passes)
                : Draft.of("expect_column_values_to_not_be_null", metric.column())
                        .with("mostly", mostly)
                        .where(metric.where());
    }

    private static Draft invalid(SodaMetric metric, Range passes) {
        SodaValidity validity = metric.validity();
        if (!passes.isNone()) {
            return counted(metric, validity.broken(), passes);
        }
        Draft one = SodaValues.draft(metric, validity.only());
        return one == null
                ? Draft.noRowsWhere(String.valueOf(Sql.and(metric.where(), validity.broken())))
                : one.where(metric.where());
    }

    private static Draft counted(SodaMetric metric, String condition, Range passes) {
        return Draft.number(metric.query("count_if(" + condition + ")"), passes.sql("value"));
    }

    private static Draft percent(SodaMetric metric, String condition, Range passes) {
        return Draft.number(
                metric.query(Percentages.rounded("count_if(" + condition + ")", "count(*)")), passes.sql("value"));
    }

    private static Draft duplicates(SodaMetric metric, Range passes) {
        if (!passes.isNone()) {
            return Draft.number(duplicateCount(metric), passes.sql("value"));
        }
        return metric.arguments().size() == 1
                ? Draft.of("expect_column_values_to_be_unique", metric.column()).where(metric.where())
                : Draft.of("expect_compound_columns_to_be_unique")
                        .with("column_list", metric.arguments())
                        .with("ignore_row_if", "any_value_is_missing")
                        .where(metric.where());
    }

    private static Draft duplicatePercent(SodaMetric metric, Range passes) {
        String share = Percentages.rounded("(" + duplicateCount(metric) + ")", "(" + metric.query("count(*)") + ")");
        return Draft.number("SELECT " + share, passes.sql("value"));
    }

    /** How many values, or pairs of values, stand in more than one row; rows that lack one are left out. */
    private static String duplicateCount(SodaMetric metric) {
        if (metric.arguments().isEmpty()) {
            throw new UncarriedException("it names no column");
        }
        List<String> names = metric.arguments().stream().map(Sql::name).toList();
        String present = names.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "SELECT count(*) FROM (" + Sql.number("count(*) AS frequency", Sql.and(present, metric.where()))
                + " GROUP BY " + String.join(", ", names) + ") AS frequencies WHERE frequency > 1";
    }

    /** Seconds since the latest time; of a day, since its end. Soda compares in one way whatever the sign. */
    private static Draft freshness(SodaMetric metric, Range passes) {
        if (passes.outside() || passes.high() == null || passes.low() != null) {
            throw new UncarriedException("a freshness is compared with '<' alone");
        }
        String latest = "max(" + Sql.name(metric.column()) + ")";
        String age = "unix_seconds(current_timestamp()) - unix_seconds(CAST(" + latest + " AS TIMESTAMP))"
                + " - CASE WHEN typeof(" + latest + ") = 'date' THEN 86399 ELSE 0 END";
        return Draft.number(metric.query(age), "value <= " + passes.high().at().toPlainString());
    }

    private static Draft percentile(SodaMetric metric, Range passes) {
        List<String> arguments = metric.arguments();
        if (arguments.size() != 2 || !arguments.get(1).matches("0?\\.[0-9]+|[01](\\.0+)?")) {
            throw new UncarriedException("a percentile names a column and a share from 0 to 1");
        }
        return Draft.number(
                metric.query("percentile_disc(" + arguments.get(1) + ") WITHIN GROUP (ORDER BY "
                        + Sql.name(arguments.get(0)) + ")"),
                passes.sql("value"));
    }

    private static Draft aggregate(SodaMetric metric, Range passes) {
        String aggregate = AGGREGATES.get(metric.name());
        if (aggregate == null) {
            throw new UncarriedException("the metric '" + metric.name() + "' is not known, and neither '"
                    + metric.name() + " expression' nor '" + metric.name() + " query' says what it is");
        }
        String type = NATIVE.get(metric.name());
        if (type != null && !passes.outside() && !metric.validity().isSaid()) {
            return Draft.of(type, metric.column()).within(passes).where(metric.where());
        }
        Draft lengths = lengths(metric, passes);
        return lengths != null
                ? lengths
                : Draft.number(metric.query(aggregate.formatted(metric.values())), passes.sql("value"));
    }

    /** The least length lies above a bound if every length does, and so the greatest below. */
    private static @Nullable Draft lengths(SodaMetric metric, Range passes) {
        boolean least = metric.name().equals("min_length") && passes.high() == null;
        boolean greatest = metric.name().equals("max_length") && passes.low() == null;
        return (least || greatest) && !metric.validity().isSaid()
                ? Draft.of("expect_column_value_lengths_to_be_between", metric.column())
                        .within(passes)
                        .where(metric.where())
                : null;
    }
}
