package dev.dayone.readiness.expectation;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A query, with {@code {batch}} for the table, yields no row. It may read other tables of the snapshot. What it yields over
 * a sample may be the sample's doing, so a sample leaves it open.
 */
final class UnexpectedRows implements ExpectationKind {
    private static final String QUERY = "unexpected_rows_query";

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
        String query = query(arguments, QUERY);
        return new Rule(arguments.beside().count("SELECT count(*) FROM (" + query + ") AS unexpected"));
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
