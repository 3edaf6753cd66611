package dev.dayone.readiness.expectation;

import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table has not grown by more than {@code max_increase} nor shrunk by more than {@code max_decrease}, shares of the
 * rows that it had in the run before: the newest one of an older snapshot.
 */
final class CloseToPrevious implements ExpectationKind {
    private static final String INCREASE = "max_increase";
    private static final String DECREASE = "max_decrease";

    @Override
    public String type() {
        return "expect_table_row_count_to_be_close_to_previous";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of(INCREASE, DECREASE);
    }

    @Override
    public Plan plan(Arguments arguments) {
        Double increase = share(arguments, INCREASE);
        Double decrease = share(arguments, DECREASE);
        if (increase == null && decrease == null) {
            throw new WrongCheckException("Neither '" + INCREASE + "' nor '" + DECREASE + "' is given.");
        }
        if (arguments.where() != null) {
            throw new WrongCheckException(
                    "A row_condition cannot be asked of a run before: its report tells all rows.");
        }
        Earlier.Seen before =
                arguments.beside().earlier().table(arguments.table().ref());
        if (before == null) {
            throw new WrongCheckException(
                    "The workspace has no earlier run of another snapshot that holds this table.");
        }
        if (before.rows() == null) {
            throw new WrongCheckException(
                    "Run '" + before.run()
                            + "' read a part of the table, and its source did not count it: allow 'pushdown', or read it whole.");
        }
        double rows = before.rows();
        Bounds bounds = new Bounds(
                decrease == null ? null : Double.valueOf(rows * (1 - decrease)),
                increase == null ? null : Double.valueOf(rows * (1 + increase)),
                false,
                false);
        return new Rule(new RowCountRule(bounds, null), before.run(), before.rows());
    }

    private static @Nullable Double share(Arguments arguments, String name) {
        Double share = arguments.number(name);
        if (share != null && share < 0) {
            throw new WrongCheckException(
                    "The argument '" + name + "' is " + share + ", expected a share such as 0.1 for a tenth.");
        }
        return share;
    }

    /** The rule on today's rows, and what they are compared with. */
    record Rule(RowCountRule now, String run, long before) implements Plan {
        @Override
        public List<Measure> measures() {
            return now.measures();
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome outcome = now.judge(answers, sampling);
            return new Outcome(
                    outcome.verdict(),
                    outcome.observed() + " rows, " + Numbers.count(before) + " in run " + run,
                    outcome.counts(),
                    outcome.interval(),
                    outcome.rowsToDecide(),
                    outcome.bySource());
        }
    }
}
