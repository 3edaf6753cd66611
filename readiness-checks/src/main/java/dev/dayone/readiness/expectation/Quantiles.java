package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of a column of numbers, each within bounds of its own. A sample's interval is that between two of its own
 * quantiles, which the true one lies between whatever the distribution.
 */
record Quantiles(Measure.Present values, Measure.Aggregate ladder, List<Asked> asked) implements Plan {
    private static final int STEPS = 400;
    /** Values that Spark keeps apart: quantiles of fewer are exact. */
    private static final int EXACT = 1_000_000;

    private static final double Z = 1.959963984540054;

    /** One quantile, and the place in the answer at which it stands. */
    record Asked(double quantile, int place, Bounds bounds) {}

    static Quantiles of(Arguments arguments, int column, Map<Double, Bounds> wanted) {
        arguments.requireNumbers(column);
        List<Column> shares = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        wanted.forEach((quantile, bounds) -> {
            asked.add(new Asked(quantile, shares.size(), bounds));
            shares.add(functions.lit(quantile));
        });
        // A table that was read whole needs no interval.
        if (!arguments.table().manifest().whole()) {
            IntStream.rangeClosed(0, STEPS).forEach(step -> shares.add(functions.lit((double) step / STEPS)));
        }
        Column all = functions.array(shares.toArray(Column[]::new));
        return new Quantiles(
                new Measure.Present(column, arguments.where()),
                new Measure.Aggregate(
                        SnapshotTable.column(column).cast("double"),
                        values -> functions.percentile_approx(values, all, functions.lit(EXACT)),
                        "quantiles " + wanted.keySet(),
                        arguments.where()),
                asked);
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(values.where()), values, ladder);
    }

    @Override
    public boolean observesValues() {
        return true;
    }

    @Override
    public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
        Outcome.Counts counts = Aggregates.counts(answers, values);
        if (!(answers.get(ladder) instanceof Answer.Single single) || !(single.value() instanceof List<?> found)) {
            return Aggregates.nothing(counts, sampling);
        }
        List<Double> steps = found.stream().map(Aggregates::number).toList();
        long present = counts.elements() - counts.missing();
        CheckVerdict verdict = CheckVerdict.PASS;
        Map<String, Object> observed = new LinkedHashMap<>();
        Interval only = null;
        for (Asked one : asked) {
            Interval interval = interval(one, steps, present, sampling);
            verdict = worse(verdict, Intervals.within(interval, one.bounds()));
            observed.put(String.valueOf(one.quantile()), steps.get(one.place()));
            only = asked.size() == 1 ? interval : null;
        }
        return new Outcome(
                verdict,
                asked.size() == 1 ? steps.get(asked.get(0).place()) : observed,
                counts,
                only,
                verdict == CheckVerdict.UNDETERMINED ? sampling.sourceRows() : null);
    }

    private Interval interval(Asked one, List<Double> steps, long present, Sampling sampling) {
        double value = steps.get(one.place());
        if (sampling.whole()) {
            return Intervals.exact(value);
        }
        double share = one.quantile();
        double reach = Z * Math.sqrt(share * (1 - share) / Math.max(1, present));
        Double low = step(steps, Math.floor((share - reach) * STEPS));
        Double high = step(steps, Math.ceil((share + reach) * STEPS));
        return new Interval(
                low == null ? Aggregates.UNKNOWN.low() : low, high == null ? Aggregates.UNKNOWN.high() : high);
    }

    /** Null: beyond the sample's smallest or greatest value, where nothing is known. */
    private @Nullable Double step(List<Double> steps, double place) {
        return place <= 0 || place >= STEPS ? null : steps.get(asked.size() + (int) place);
    }

    private static CheckVerdict worse(CheckVerdict one, CheckVerdict two) {
        return List.of(CheckVerdict.FAIL, CheckVerdict.UNDETERMINED, CheckVerdict.PASS).stream()
                .filter(verdict -> verdict == one || verdict == two)
                .findFirst()
                .orElse(one);
    }
}
