package dev.dayone.readiness.expectation;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.engine.RowCondition;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A query, with {@code {batch}} for the table, yields no row. It may read other tables of the snapshot. What it yields over
 * a sample may be the sample's doing, so a sample leaves it open; but for a query that only leaves rows out, which is a
 * rule on each row.
 */
final class UnexpectedRows implements ExpectationKind {
    private static final String QUERY = "unexpected_rows_query";
    private static final Pattern ROWS = Pattern.compile(
            "SELECT\\s+\\*\\s+FROM\\s+\\{batch}\\s+WHERE\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public String type() {
        return "unexpected_rows_expectation";
    }

    @Override
    public Set<String> arguments() {
        return Set.of(QUERY);
    }

    @Override
    public Plan plan(Arguments arguments) {
        Matcher rows = ROWS.matcher(arguments.text(QUERY).strip().replaceFirst(";$", ""));
        Column unexpected = rows.matches() ? predicate(rows.group(1), arguments.table()) : null;
        if (unexpected != null) {
            Column where = arguments.where();
            Column kept = functions.not(functions.coalesce(unexpected, functions.lit(false)));
            return new RowRule(new Measure.Rows(where), new Measure.Matching(kept, where), arguments.mostly(), null);
        }
        String query = query(arguments, QUERY);
        return new Rule(arguments
                .beside()
                .count(
                        "SELECT count(*) FROM (" + query + ") AS unexpected",
                        arguments.table().ref()));
    }

    /** What stands behind WHERE, if it is a predicate on a row and nothing else; null: it is more than that. */
    private static @Nullable Column predicate(String sql, SnapshotTable table) {
        try {
            Column predicate = RowCondition.parse(sql, table);
            table.rows().filter(predicate);
            return predicate;
        } catch (Exception e) { // Spark throws what it does not declare; the query as a whole tells what is wrong
            return null;
        }
    }

    /** A query among the arguments, with the table's name in the place of {@code {batch}}. */
    static String query(Arguments arguments, String name) {
        TableRef ref = arguments.table().ref();
        String table =
                "`" + ref.source().replace("`", "``") + "`.`" + ref.table().replace("`", "``") + "`";
        return arguments.text(name).replace("{batch}", table).strip().replaceFirst(";$", "");
    }

    /** What the query yielded, and its judgement. */
    record Rule(Beside.Counted found) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(null));
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            long rows = RowRule.count(answers, new Measure.Rows(null));
            Outcome.Counts counts = new Outcome.Counts(rows, 0, found.rows());
            CheckVerdict verdict = !found.whole()
                    ? CheckVerdict.UNDETERMINED
                    : found.rows() == 0 ? CheckVerdict.PASS : CheckVerdict.FAIL;
            return new Outcome(verdict, found.rows(), counts, null, found.whole() ? null : sampling.sourceRows());
        }
    }
}
