package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.DesignEffect;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.statistic.RankRange;
import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Quantiles of a column of numbers, each within bounds of its own. A sample's interval is that between two of its own
 * quantiles, which the true one lies between whatever the distribution.
 */
record Quantiles(Measure.Present values, Measure.Aggregate ladder, List<Double> shares, List<Asked> asked)
        implements Plan {
    /** Places on each side of a quantile, so many to the reach of a sample without gaps. */
    private static final int STEPS = 128;

    private static final int STEPS_A_REACH = 16;
    /** Places over all, for columns with few values. */
    private static final int COARSE = 200;
    /** Values that Spark keeps apart: quantiles of fewer are exact. */
    private static final int EXACT = 1_000_000;

    private static final double Z = 1.959963984540054;

    /** One quantile, and the place in the answer at which it stands. */
    record Asked(double quantile, int place, Bounds bounds) {}

    static Quantiles of(Arguments arguments, int column, Map<Double, Bounds> wanted) {
        arguments.requireNumbers(column);
        List<Double> shares = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        wanted.forEach((quantile, bounds) -> {
            asked.add(new Asked(quantile, shares.size(), bounds));
            shares.add(quantile);
        });
        TableManifest table = arguments.table().manifest();
        // A table that was read whole needs no interval.
        if (!table.whole()) {
            IntStream.rangeClosed(0, COARSE).forEach(step -> shares.add((double) step / COARSE));
            wanted.keySet().forEach(quantile -> addAround(quantile, Math.max(1, table.sampledRows()), shares));
        }
        Column all = functions.array(shares.stream().map(functions::lit).toArray(Column[]::new));
        return new Quantiles(
                new Measure.Present(column, arguments.where()),
                new Measure.Aggregate(
                        SnapshotTable.column(column).cast("double"),
                        values -> functions.percentile_approx(values, all, functions.lit(EXACT)),
                        "quantiles " + wanted.keySet(),
                        arguments.where()),
                List.copyOf(shares),
                asked);
    }

    private static void addAround(double quantile, long rows, List<Double> shares) {
        double step = Z * Math.sqrt(quantile * (1 - quantile) / rows) / STEPS_A_REACH;
        for (int i = -STEPS; i <= STEPS; i++) {
            double share = quantile + i * step;
            if (share > 0 && share < 1) {
                shares.add(share);
            }
        }
    }

    @Override
    public List<Measure> measures() {
        return List.of(new Measure.Rows(values.where()), values, ladder);
    }

    /** The rows up to each quantile: how alike those of a window are. */
    @Override
    public List<Measure> further(Map<Measure, Answer> answers) {
        return answers.get(ladder) instanceof Answer.Single single && single.value() instanceof List<?> found
                ? asked.stream()
                        .map(one -> upTo(Aggregates.number(found.get(one.place()))))
                        .toList()
                : List.of();
    }

    private Measure upTo(double value) {
        return new Measure.Matching(ladder.value().leq(value), values.where());
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
            WindowCounts upTo = RowRule.byWindow(answers, upTo(steps.get(one.place())));
            WindowCounts of = RowRule.byWindow(answers, values);
            DesignEffect effect = upTo == null || of == null
                    ? DesignEffect.worst((double) present, sampling.drawing())
                    : DesignEffect.ofRate(upTo, of, sampling.drawing());
            Interval interval = interval(one, steps, new Drawn(present, sampling.drawing(), effect));
            verdict = worse(verdict, Intervals.within(interval, one.bounds()));
            observed.put(String.valueOf(one.quantile()), steps.get(one.place()));
            only = asked.size() == 1 ? Aggregates.known(interval) : null;
        }
        return new Outcome(
                verdict,
                asked.size() == 1 ? steps.get(asked.get(0).place()) : observed,
                counts,
                only,
                verdict == CheckVerdict.UNDETERMINED ? sampling.sourceRows() : null);
    }

    /** How the values looked at were drawn. */
    private record Drawn(long present, Drawing drawing, DesignEffect effect) {}

    private Interval interval(Asked one, List<Double> steps, Drawn drawn) {
        double value = steps.get(one.place());
        if (drawn.drawing().whole()) {
            return Intervals.exact(value);
        }
        if (!drawn.drawing().random() || drawn.present() == 0) {
            return Aggregates.UNKNOWN;
        }
        RankRange range = RankRange.of(one.quantile(), drawn.present(), drawn.drawing(), drawn.effect());
        return new Interval(
                range.low() < 1 ? Aggregates.UNKNOWN.low() : lower(steps, (double) range.low() / drawn.present()),
                range.high() > drawn.present()
                        ? Aggregates.UNKNOWN.high()
                        : upper(steps, (range.high() - 1.0) / drawn.present()));
    }

    /** The value at the greatest place asked for that is no higher: the value at a share is the first that reaches it. */
    private double lower(List<Double> steps, double share) {
        int place = IntStream.range(0, shares.size())
                .filter(i -> shares.get(i) <= share)
                .boxed()
                .max(Comparator.comparingDouble(shares::get))
                .orElse(-1);
        return place < 0 ? Aggregates.UNKNOWN.low() : steps.get(place);
    }

    private double upper(List<Double> steps, double share) {
        int place = IntStream.range(0, shares.size())
                .filter(i -> shares.get(i) > share)
                .boxed()
                .min(Comparator.comparingDouble(shares::get))
                .orElse(-1);
        return place < 0 ? Aggregates.UNKNOWN.high() : steps.get(place);
    }

    private static CheckVerdict worse(CheckVerdict one, CheckVerdict two) {
        return List.of(CheckVerdict.FAIL, CheckVerdict.UNDETERMINED, CheckVerdict.PASS).stream()
                .filter(verdict -> verdict == one || verdict == two)
                .findFirst()
                .orElse(one);
    }
}
