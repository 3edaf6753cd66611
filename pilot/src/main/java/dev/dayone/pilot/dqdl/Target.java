package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Range;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.Condition;

/** What a rule is about: its columns, the rows that it is of, and the numbers that pass. */
record Target(DQRule rule) {
    /** The columns, in the rule's order. */
    List<String> columns() {
        return rule.getParameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("TargetColumn"))
                .map(parameter -> unquoted(parameter.getValue()))
                .toList();
    }

    /** The column, which must be the only one. */
    String column() {
        List<String> columns = columns();
        if (columns.size() != 1) {
            throw new UncarriedException("it names " + columns.size() + " columns, expected one");
        }
        return columns.get(0);
    }

    String parameter(String name) {
        String value = rule.getParameters().get(name);
        if (value == null) {
            throw new UncarriedException("its parameter '" + name + "' is missing");
        }
        return unquoted(value);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** The rows, as a predicate of Spark SQL; null: all. */
    @Nullable
    String where() {
        String where = rule.getWhereClause();
        return where == null || where.isBlank() ? null : where;
    }

    Passing passing() {
        return Passing.of(rule.getCondition());
    }

    /** The shares of rows that pass, of a rule on rows; null: every row must. */
    @Nullable
    Passing threshold() {
        Condition threshold = rule.getThresholdCondition();
        return threshold == null || threshold.getConditionAsString().isBlank() ? null : Passing.of(threshold);
    }

    Draft complete(String column) {
        return Draft.of("expect_column_values_to_not_be_null", column).where(where());
    }

    /** Deequ leaves out the rows in which every column is missing. */
    Draft unique() {
        List<String> columns = columns();
        return columns.size() == 1
                ? Draft.of("expect_column_values_to_be_unique", columns.get(0)).where(where())
                : Draft.of("expect_compound_columns_to_be_unique")
                        .with("column_list", columns)
                        .with("ignore_row_if", "all_values_are_missing")
                        .where(where());
    }

    /** How often each value stands, in a column {@code frequency}. */
    String frequencies() {
        String names = columns().stream().map(Sql::name).collect(Collectors.joining(", "));
        String present =
                columns().stream().map(name -> Sql.name(name) + " IS NOT NULL").collect(Collectors.joining(" OR "));
        return Sql.number("count(*) AS frequency", Sql.and(present, where())) + " GROUP BY " + names;
    }

    /** A query's number passes. */
    List<Expectation> number(String query) {
        return Draft.all(Draft.number(query, passing().sql("value")));
    }

    List<Expectation> aggregate(String aggregate) {
        return number(Sql.number(aggregate.formatted(Sql.name(column())), where()));
    }

    /** By an expectation that takes bounds, if they are bounds; else by a query. */
    List<Expectation> statistic(String type, String aggregate) {
        Range range = passing().interval();
        return range == null
                ? aggregate(aggregate)
                : Draft.all(Draft.of(type, column()).within(range).where(where()));
    }

    /** A predicate of Spark SQL holds of every row, or of so many as the rule's threshold says. */
    List<Expectation> rows(String holds) {
        Passing threshold = threshold();
        String known = "coalesce(" + holds + ", false)";
        return Draft.all(
                threshold == null
                        ? Draft.noRowsWhere(String.valueOf(Sql.and(where(), "NOT " + known)))
                        : Draft.number(
                                Sql.number("count_if(" + known + ") / count(*)", where()), threshold.sql("value")));
    }
}
