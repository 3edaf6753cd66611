package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.Sql;
import dev.dayone.pilot.suite.UncarriedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;

/** Rules that look at other tables: an alias of Glue's is a table of the same source, or {@code SOURCE.TABLE}. */
final class DqdlOtherTables {
    private static final Pattern PRIMARY = Pattern.compile("('(?:[^']|'')*')|\\bprimary\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMNS = Pattern.compile("(.+)\\.(?:\\{(.+)}|([^.{}]+))");
    private static final Pattern AGGREGATE =
            Pattern.compile("(sum|avg)\\((?:(.*)\\.)?([^.]+)\\)", Pattern.CASE_INSENSITIVE);

    private DqdlOtherTables() {}

    static List<Expectation> customSql(Target rule) {
        if (!(rule.rule().getCondition() instanceof NumberBasedCondition)) {
            throw new UncarriedException("its query yields the rows that pass, and Glue compares them with all");
        }
        String query = PRIMARY.matcher(rule.parameter("CustomSqlStatement"))
                .replaceAll(found -> found.group(1) == null ? "{batch}" : Matcher.quoteReplacement(found.group(1)));
        return rule.number(query.strip().replaceFirst(";$", ""));
    }

    /** The share of rows whose values stand in the other table; a missing value does not. */
    static List<Expectation> referentialIntegrity(Target rule) {
        List<String> own = names(rule.parameter("PrimaryDatasetColumns"));
        Matcher reference = COLUMNS.matcher(rule.parameter("ReferenceDatasetColumns"));
        if (!reference.matches()) {
            throw new UncarriedException("it does not name a table and its columns");
        }
        List<String> others = names(reference.group(2) == null ? reference.group(3) : reference.group(2));
        if (own.size() != others.size()) {
            throw new UncarriedException("it pairs " + own.size() + " columns with " + others.size());
        }
        List<String> joined = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            joined.add("source." + Sql.name(own.get(i)) + " = target.key" + i);
            keys.add(Sql.name(others.get(i)) + " AS key" + i);
        }
        String join = " FROM {batch} AS source LEFT JOIN (SELECT DISTINCT " + String.join(", ", keys)
                + ", true AS found FROM " + Sql.table(reference.group(1)) + ") AS target ON "
                + String.join(" AND ", joined);
        Passing passing = rule.passing();
        return passing.allows(BigDecimal.ONE) && !passing.allows(new BigDecimal("0.999999999"))
                ? Draft.all(Draft.query("SELECT source.*" + join + " WHERE target.found IS NULL"))
                : rule.number("SELECT count(target.found) / count(*)" + join);
    }

    static List<Expectation> rowCountMatch(Target rule) {
        Passing passing = rule.passing();
        if (!passing.allows(BigDecimal.ONE)
                || passing.allows(new BigDecimal("0.999999999"))
                || passing.allows(new BigDecimal("1.000000001"))) {
            throw new UncarriedException("it asks for a ratio of two tables' rows other than 1");
        }
        return Draft.all(Draft.of("expect_table_row_count_to_equal_other_table")
                .with("other_table_name", rule.parameter("ReferenceDatasetAlias")));
    }

    /** The ratio of two aggregates: of 0 and 0 it is 1, of a number and 0 it is 0. */
    static List<Expectation> aggregateMatch(Target rule) {
        String query = "SELECT CASE WHEN one = 0 AND other = 0 THEN 1 WHEN other = 0 THEN 0 ELSE one / other END FROM"
                + " (SELECT (" + aggregate(rule.parameter("AggregateExpression1")) + ") AS one, ("
                + aggregate(rule.parameter("AggregateExpression2")) + ") AS other)";
        return rule.number(query);
    }

    private static String aggregate(String expression) {
        Matcher aggregate = AGGREGATE.matcher(expression.replace("\"", ""));
        if (!aggregate.matches()) {
            throw new UncarriedException("'" + expression + "' is neither a sum nor an average of a column");
        }
        String table = aggregate.group(2);
        return "SELECT CAST(" + aggregate.group(1) + "("
                + Sql.name(aggregate.group(3).strip()) + ") AS DOUBLE) FROM "
                + (table == null || table.equals("primary") ? "{batch}" : Sql.table(table));
    }

    private static List<String> names(String list) {
        return List.of(list.replace("\"", "").split(",", -1)).stream()
                .map(String::strip)
                .toList();
    }
}
