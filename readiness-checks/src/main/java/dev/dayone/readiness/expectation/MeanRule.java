package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Intervals;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/** A mean within bounds. */
record MeanRule(int column, @Nullable Column where, Bounds bounds) implements Plan {
    @Override
    public List<Measure> measures() {
        return List.of(
                new Measure.Rows(where),
                new Measure.Present(column, where),
                new Measure.Mean(column, where),
                new Measure.Deviation(column, where));
    }

    @Override
    public boolean observesValues() {
        return true;
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        Outcome.Counts counts = Aggregates.counts(answers, new Measure.Present(column, where));
        long present = counts.elements() - counts.missing();
        if (!(answers.get(new Measure.Mean(column, where)) instanceof Answer.Value mean)) {
            return Aggregates.nothing(counts, sampling);
        }
        if (sampling.whole()) {
            Interval exact = Intervals.exact(mean.value());
            return new Outcome(Intervals.within(exact, bounds), mean.value(), counts, exact, null);
        }
        double deviation = answers.get(new Measure.Deviation(column, where)) instanceof Answer.Value value
                ? value.value() * Math.sqrt(present / Math.max(1.0, present - 1.0))
                : 0;
        // One value tells nothing of how far others lie.
        Interval interval = present < 2
                ? new Interval(-Double.MAX_VALUE, Double.MAX_VALUE)
                : Intervals.mean(mean.value(), deviation, (double) present);
        CheckVerdict verdict = Intervals.within(interval, bounds);
        Long decide = verdict == CheckVerdict.UNDETERMINED
                ? RowRule.limited(Intervals.rowsForMean(mean.value(), deviation, bounds), sampling.sourceRows())
                : null;
        return new Outcome(verdict, mean.value(), counts, interval, decide);
    }
}
