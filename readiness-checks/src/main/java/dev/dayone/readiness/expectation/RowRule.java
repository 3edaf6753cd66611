package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.statistic.WindowCounts;
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
 * @param kept the measure of those that keep the rule
 */
record RowRule(
        Measure values,
        Measure kept,
        double mostly,
        @Nullable Unexpected unexpected) implements Plan {
    /** What a rule observes where there is no value: it passes, as in Great Expectations. */
    static final String NO_VALUES = "no values to check";

    /** Every value of a column must make {@code holds} true. */
    static RowRule ofColumn(Arguments arguments, int column, Column holds) {
        Column where = arguments.where();
        Column value = SnapshotTable.column(column);
        // A comparison with a value that is there may still be null, as of NaN or a bad cast: that keeps no rule.
        Column keeps = value.isNotNull().and(functions.coalesce(holds, functions.lit(false)));
        Column breaks = value.isNotNull().and(functions.not(functions.coalesce(holds, functions.lit(false))));
        return new RowRule(
                new Measure.Present(column, where),
                new Measure.Matching(keeps, where),
                arguments.mostly(),
                new Unexpected(breaks, where, List.of(column)));
    }

    /** Every row that is not left out must make {@code holds} true. */
    static RowRule ofRows(Arguments arguments, List<Integer> columns, Column present, Column holds) {
        Column where = arguments.where();
        Column known = functions.coalesce(holds, functions.lit(false));
        return new RowRule(
                new Measure.Matching(present, where),
                new Measure.Matching(present.and(known), where),
                arguments.mostly(),
                new Unexpected(present.and(functions.not(known)), where, columns));
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(values.where()), values, kept);
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        long rows = count(answers, new Measure.Rows(values.where()));
        long present = count(answers, values);
        long keeping = count(answers, kept);
        Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - keeping);
        if (present == 0) {
            return new Outcome(CheckVerdict.PASS, NO_VALUES, counts, null, null);
        }
        Rate rate = rate(answers, kept, values, sampling);
        CheckVerdict verdict = rate.atLeast(mostly);
        Long decide = verdict == CheckVerdict.UNDETERMINED
                ? limited(mostly >= 1 ? null : rate.rowsFor(mostly), sampling.sourceRows())
                : null;
        return new Outcome(verdict, rate.seen(), counts, rate.interval(), decide);
    }

    /** The rate of rows of one measure among those of another. */
    static Rate rate(Map<Measure, Answer> answers, Measure some, Measure of, Sampling sampling) {
        return Rate.of(
                count(answers, some),
                count(answers, of),
                sampling.drawing(),
                byWindow(answers, some),
                byWindow(answers, of));
    }

    /** Rows by window; null: they were not counted so. */
    static @Nullable WindowCounts byWindow(Map<Measure, Answer> answers, Measure measure) {
        return answers.get(measure) instanceof Answer.Value value ? value.windows() : null;
    }

    /** No more rows are needed than there are, and all of them always decide. */
    static @Nullable Long limited(@Nullable Long rows, @Nullable Long all) {
        if (rows == null || all == null) {
            return rows == null ? all : rows;
        }
        return Long.valueOf(Math.min(rows, all));
    }

    static long count(Map<Measure, Answer> answers, Measure measure) {
        return answers.get(measure) instanceof Answer.Value value ? Math.round(value.value()) : 0;
    }
}
