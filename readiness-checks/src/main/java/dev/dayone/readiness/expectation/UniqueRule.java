package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand once. A sample can refute uniqueness, never prove it: rows not looked at may repeat any value, so
 * what a sample shows is the most there can be; unless the source counted, or it is the source's own key.
 */
record UniqueRule(Measure values, Measure once, double mostly, Source source, Unexpected unexpected) implements Plan {
    /** What the source says of the whole column: its counts (null: it was not asked), and whether it is its key. */
    record Source(Pushdown.@Nullable Distinct counted, boolean isKey) {}

    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(values.where()), values, once);
    }

    @Override
    public boolean ofTable() {
        return true;
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        long rows = RowRule.count(answers, new Measure.Rows(values.where()));
        long present = RowRule.count(answers, values);
        long alone = RowRule.count(answers, once);
        Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - alone);
        boolean asked = source.counted() != null && !sampling.whole();
        if (present == 0 && !asked) {
            return new Outcome(CheckVerdict.PASS, RowRule.NO_VALUES, counts, null, null);
        }
        double rate = present == 0 ? 1 : (double) alone / present;
        if (sampling.whole()) {
            Interval exact = Intervals.exact(rate);
            return new Outcome(Intervals.atLeast(exact, mostly), rate, counts, exact, null);
        }
        double most = (mostly >= 1 && alone < present) || present == 0
                ? rate
                : new Rate(alone, present, sampling.drawing()).interval().high();
        if (source.counted() != null && most >= mostly) {
            return counted(source.counted());
        }
        if (source.isKey() && alone == present) {
            return Outcome.bySource(
                    CheckVerdict.PASS, "no value twice: the source's primary key", counts, Intervals.exact(1));
        }
        Interval interval = new Interval(0, most);
        boolean fails = most < mostly;
        return new Outcome(
                fails ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED,
                rate,
                counts,
                interval,
                fails ? null : sampling.sourceRows());
    }

    /** Of P values, D of them different, D - 1 at most and 2 D - P at least stand once, if any repeats. */
    private Outcome counted(Pushdown.Distinct found) {
        long repeats = found.present() - found.distinct();
        double present = (double) Math.max(1, found.present());
        Interval once = repeats == 0
                ? Intervals.exact(1)
                : new Interval(Math.max(0, found.distinct() - repeats) / present, (found.distinct() - 1) / present);
        String observed = Numbers.count(found.present(), "value") + ", "
                + (repeats == 0 ? "none twice" : Numbers.count(found.distinct()) + " different")
                + ", counted by the source";
        Outcome.Counts counts = new Outcome.Counts(found.present(), 0, repeats == 0 ? 0L : null);
        return Outcome.bySource(Intervals.atLeast(once, mostly), observed, counts, once);
    }
}
