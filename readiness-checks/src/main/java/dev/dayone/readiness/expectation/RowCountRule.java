package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * How many rows there are. A sample proves only that there are at least as many as it holds; beyond that stand what the
 * source counted when asked, else its own statistics, which count as true within a factor of two.
 */
record RowCountRule(Bounds bounds, @Nullable Column where) implements Plan {
    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(where));
    }

    @Override
    public boolean ofTable() {
        return true;
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        long seen = RowRule.count(answers, new Measure.Rows(where));
        Outcome.Counts counts = new Outcome.Counts(seen, 0, null);
        if (sampling.whole()) {
            Interval exact = Intervals.exact((double) seen);
            return new Outcome(Intervals.within(exact, bounds), seen, counts, exact, null);
        }
        if (where == null && sampling.countedRows() != null) {
            long counted = sampling.countedRows();
            Interval exact = Intervals.exact((double) counted);
            return Outcome.bySource(
                    Intervals.within(exact, bounds), counted, new Outcome.Counts(counted, 0, null), exact);
        }
        Long all = where == null ? sampling.sourceRows() : null;
        double high = all == null ? Double.MAX_VALUE : Math.max((double) seen, all * SnapshotTable.STATISTICS_OFF_BY);
        double low = all == null ? seen : Math.max((double) seen, all / SnapshotTable.STATISTICS_OFF_BY);
        Interval interval = new Interval(low, high);
        CheckVerdict verdict = Intervals.within(interval, bounds);
        Long decide = verdict == CheckVerdict.UNDETERMINED ? sampling.sourceRows() : null;
        return new Outcome(
                verdict, all == null ? Long.valueOf(seen) : all, counts, all == null ? null : interval, decide);
    }
}
