package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Intervals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules on one number about a column have in common. */
final class Aggregates {
    /** Anything at all. */
    static final Interval UNKNOWN = Intervals.UNKNOWN;

    private Aggregates() {}

    /** Rows looked at, and those without a value. */
    static Outcome.Counts counts(Map<Measure, Answer> answers, Measure values) {
        long rows = RowRule.count(answers, new Measure.Rows(values.where()));
        return new Outcome.Counts(rows, rows - RowRule.count(answers, values), null);
    }

    /** There is no number without a value: as in Great Expectations, that is not what was expected. */
    static Outcome nothing(Outcome.Counts counts, Sampling sampling) {
        return new Outcome(
                sampling.whole() ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED,
                RowRule.NO_VALUES,
                counts,
                null,
                sampling.whole() ? null : sampling.sourceRows());
    }

    /** A number within bounds, as far as a sample's interval tells; {@code decide}: rows that would, null: unknown. */
    static Outcome number(double seen, Bounds bounds, Outcome.Counts counts, Sampling sampling, Estimate estimate) {
        Interval interval = sampling.whole() ? Intervals.exact(seen) : estimate.interval();
        CheckVerdict verdict = Intervals.within(interval, bounds);
        Long decide =
                verdict == CheckVerdict.UNDETERMINED ? RowRule.limited(estimate.decide(), sampling.sourceRows()) : null;
        return new Outcome(verdict, seen, counts, known(interval), decide);
    }

    /** The interval; null where it says nothing. */
    static @Nullable Interval known(Interval interval) {
        return interval.equals(UNKNOWN) ? null : interval;
    }

    /** What a sample says of the whole table's number. */
    record Estimate(Interval interval, @Nullable Long decide) {
        static Estimate of(Interval interval) {
            return new Estimate(interval, null);
        }
    }

    static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
