package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.DesignEffect;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.statistic.Spread;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A mean within bounds.
 *
 * @param skewness of the values, for a sample's interval; null: every row is looked at
 */
record MeanRule(int column, @Nullable Column where, Bounds bounds, Measure.@Nullable Aggregate skewness)
        implements Plan {
    static MeanRule of(Arguments arguments, int column) {
        Column where = arguments.where();
        Measure.Aggregate skewness = arguments.table().manifest().whole()
                ? null
                : new Measure.Aggregate(
                        SnapshotTable.column(column).cast("double"), functions::skewness, "skewness", where);
        return new MeanRule(column, where, arguments.bounds(), skewness);
    }

    @Override
    public List<Measure> measures() {
        List<Measure> all = new ArrayList<>(List.of(
                new Measure.Rows(where),
                new Measure.Present(column, where),
                new Measure.Mean(column, where),
                new Measure.Deviation(column, where)));
        if (skewness != null) {
            all.add(skewness);
            all.add(byWindow());
        }
        return all;
    }

    @Override
    public boolean observesValues() {
        return true;
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        Outcome.Counts counts = Aggregates.counts(answers, new Measure.Present(column, where));
        if (!(answers.get(new Measure.Mean(column, where)) instanceof Answer.Value mean)) {
            return Aggregates.nothing(counts, sampling);
        }
        Spread spread = spread(answers, mean.value(), counts);
        DesignEffect effect = answers.get(byWindow()) instanceof Answer.ByWindow found
                ? found.sums().ofMean(sampling.drawing())
                : DesignEffect.worst(spread.values(), sampling.drawing());
        Interval interval = spread.mean(sampling.drawing(), effect);
        CheckVerdict verdict = Intervals.within(interval, bounds);
        Long decide = verdict == CheckVerdict.UNDETERMINED
                ? RowRule.limited(spread.rowsForMean(bounds, sampling.drawing(), effect), sampling.sourceRows())
                : null;
        return new Outcome(verdict, mean.value(), counts, Aggregates.known(interval), decide);
    }

    private Measure byWindow() {
        return new Measure.ByWindow(SnapshotTable.column(column), where);
    }

    private Spread spread(Map<Measure, Answer> answers, double mean, Outcome.Counts counts) {
        double values = (double) counts.elements() - counts.missing();
        double deviation = answers.get(new Measure.Deviation(column, where)) instanceof Answer.Value value
                ? value.value() * Math.sqrt(values / Math.max(1.0, values - 1.0))
                : 0;
        double lean = skewness != null && answers.get(skewness) instanceof Answer.Single single
                ? Aggregates.number(single.value())
                : Double.NaN;
        return new Spread(values, mean, deviation, lean, Double.NaN);
    }
}
