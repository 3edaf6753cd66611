package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Intervals;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand once. A sample can refute uniqueness, never prove it: rows not looked at may repeat any value, so
 * what a sample shows is the most there can be.
 */
record UniqueRule(int column, @Nullable Column where, double mostly) implements Plan {
    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(where), new Measure.Present(column, where), new Measure.Once(column, where));
    }

    @Override
    public Unexpected unexpected() {
        return new Unexpected(null, where, List.of(column));
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        long rows = RowRule.count(answers, new Measure.Rows(where));
        long present = RowRule.count(answers, new Measure.Present(column, where));
        long once = RowRule.count(answers, new Measure.Once(column, where));
        Outcome.Counts counts = new Outcome.Counts(rows, rows - present, present - once);
        if (present == 0) {
            return new Outcome(CheckVerdict.PASS, RowRule.NO_VALUES, counts, null, null);
        }
        double rate = (double) once / present;
        if (sampling.whole()) {
            Interval exact = Intervals.exact(rate);
            return new Outcome(Intervals.atLeast(exact, mostly), rate, counts, exact, null);
        }
        double most = mostly >= 1 && once < present
                ? rate
                : Intervals.rate((double) once, (double) present).high();
        Interval interval = new Interval(0, most);
        boolean fails = most < mostly;
        return new Outcome(
                fails ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED,
                rate,
                counts,
                interval,
                fails ? null : sampling.sourceRows());
    }
}
