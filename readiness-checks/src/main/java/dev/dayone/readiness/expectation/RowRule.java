package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Clumps;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A rule on each row's value, which at least the share {@code mostly} of them must keep. Rows without a value are left
 * out and counted as missing.
 *
 * @param values the measure of rows with a value
 * @param counted the measure of those that keep the rule, or of those that break it
 */
record RowRule(
        Measure values,
        Measure counted,
        Side side,
        double mostly,
        @Nullable Unexpected unexpected) implements Plan {
    /** Which rows are counted. */
    enum Side {
        KEPT,
        BROKEN
    }

    /** Rows that keep a rule are counted. Where {@code values} are not all rows, those that break it tell more. */
    RowRule(Measure values, Measure kept, double mostly, @Nullable Unexpected unexpected) {
        this(values, kept, Side.KEPT, mostly, unexpected);
    }

    /** What a rule observes where there is no value: it passes, as in Great Expectations. */
    static final String NO_VALUES = "no values to check";

    /** Every value of a column must make {@code holds} true. */
    static RowRule ofColumn(Arguments arguments, int column, Column holds) {
        Column where = arguments.where();
        Column value = SnapshotTable.column(column);
        // A comparison with a value that is there may still be null, as of NaN or a bad cast: that keeps no rule.
        Column breaks = value.isNotNull().and(functions.not(functions.coalesce(holds, functions.lit(false))));
        return new RowRule(
                new Measure.Present(column, where),
                new Measure.Matching(breaks, where),
                Side.BROKEN,
                arguments.mostly(),
                new Unexpected(breaks, where, List.of(column)));
    }

    /** Every row that is not left out must make {@code holds} true. */
    static RowRule ofRows(Arguments arguments, List<Integer> columns, Column present, Column holds) {
        Column where = arguments.where();
        Column breaks = present.and(functions.not(functions.coalesce(holds, functions.lit(false))));
        return new RowRule(
                new Measure.Matching(present, where),
                new Measure.Matching(breaks, where),
                Side.BROKEN,
                arguments.mostly(),
                new Unexpected(breaks, where, columns));
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(values.where()), values, counted);
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        long rows = count(answers, new Measure.Rows(values.where()));
        long present = count(answers, values);
        long seen = count(answers, counted);
        long keeping = side == Side.KEPT ? seen : present - seen;
        Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - keeping);
        if (present == 0) {
            return new Outcome(CheckVerdict.PASS, NO_VALUES, counts, null, null);
        }
        Rate rate = Rate.of(keeping, present, sampling.drawing(), clumps(answers, counted));
        CheckVerdict verdict = rate.atLeast(mostly);
        Long decide = verdict == CheckVerdict.UNDETERMINED
                ? limited(mostly >= 1 ? null : rate.rowsFor(mostly), sampling.sourceRows())
                : null;
        return new Outcome(verdict, rate.seen(), counts, rate.interval(), decide);
    }

    /** No more rows are needed than there are, and all of them always decide. */
    static @Nullable Long limited(@Nullable Long rows, @Nullable Long all) {
        if (rows == null || all == null) {
            return rows == null ? all : rows;
        }
        return Long.valueOf(Math.min(rows, all));
    }

    /** How the rows of a count stand together; null: nobody counted. */
    static @Nullable Clumps clumps(Map<Measure, Answer> answers, Measure measure) {
        return answers.get(measure) instanceof Answer.Value value ? value.clumps() : null;
    }

    static long count(Map<Measure, Answer> answers, Measure measure) {
        return answers.get(measure) instanceof Answer.Value value ? Math.round(value.value()) : 0;
    }
}
