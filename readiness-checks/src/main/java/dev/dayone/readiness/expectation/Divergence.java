package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.DesignEffect;
import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * How far a column's values lie from an expected distribution, as the Kullback-Leibler divergence from it in nats: no more
 * than {@code threshold}. Of a sample, by drawing it again from itself.
 */
final class Divergence implements ExpectationKind {
    private static final String TAIL = "tail_weight_holdout";
    private static final String INTERNAL = "internal_weight_holdout";

    @Override
    public String type() {
        return "expect_column_kl_divergence_to_be_less_than";
    }

    @Override
    public Set<String> arguments() {
        return Set.of(
                "column", "partition_object", "threshold", TAIL, INTERNAL, "bucketize_data", "min_value", "max_value");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Double threshold = arguments.number("threshold");
        if (threshold == null && !arguments.isOpen("threshold")) {
            throw new WrongCheckException("The argument 'threshold' is missing.");
        }
        Partition partition = Partition.of(arguments);
        Measure.Present values = new Measure.Present(column, arguments.where());
        return partition.bins().isEmpty()
                ? categories(arguments, column, partition, values, threshold)
                : intervals(arguments, column, partition, values, threshold);
    }

    /** The categories' counts; what was not expected shares {@code tail_weight_holdout} among itself. */
    private static Rule categories(
            Arguments arguments, int column, Partition partition, Measure.Present values, @Nullable Double threshold) {
        if (holdout(arguments, INTERNAL) > 0) {
            throw new WrongCheckException(
                    "The argument '" + INTERNAL + "' is for bins: categories have nothing between.");
        }
        Frequencies found = Frequencies.of(arguments, column);
        double tail = holdout(arguments, TAIL);
        List<Double> expected = new ArrayList<>();
        List<Measure> seen = new ArrayList<>();
        List<Long> counted = new ArrayList<>();
        List<Frequencies.Count> others = new ArrayList<>(found.counts());
        for (Object value : partition.values()) {
            List<Frequencies.Count> same = found.counts().stream()
                    .filter(count -> count.is(String.valueOf(value)))
                    .toList();
            others.removeAll(same);
            counted.add(same.stream().mapToLong(Frequencies.Count::rows).sum());
        }
        double kept = others.isEmpty() ? 1 : 1 - tail;
        partition.weights().forEach(weight -> expected.add(weight * kept));
        others.forEach(other -> {
            counted.add(other.rows());
            expected.add(tail / others.size());
        });
        return new Rule(values, seen, counted, expected, threshold);
    }

    /** The intervals' counts, each closed below and the last one above too, with what lies beyond them. */
    private static Rule intervals(
            Arguments arguments, int column, Partition partition, Measure.Present values, @Nullable Double threshold) {
        arguments.requireNumbers(column);
        Column value = SnapshotTable.column(column).cast("double");
        Column where = arguments.where();
        List<Double> bins = partition.bins();
        double tail = holdout(arguments, TAIL);
        double internal = holdout(arguments, INTERNAL);
        if (tail > 0 && !partition.isBounded()) {
            throw new WrongCheckException("The argument '" + TAIL + "' is " + tail
                    + ", but 'partition_object' says already what lies beyond its bins.");
        }
        List<Measure> seen = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        seen.add(new Measure.Matching(value.lt(bins.get(0)), where));
        expected.add(partition.tails().get(0) + tail / 2);
        long empty = partition.weights().stream().filter(weight -> weight == 0).count();
        for (int i = 0; i + 1 < bins.size(); i++) {
            boolean last = i + 2 == bins.size();
            Column below = last ? value.leq(bins.get(i + 1)) : value.lt(bins.get(i + 1));
            seen.add(new Measure.Matching(value.geq(bins.get(i)).and(below), where));
            double weight = partition.weights().get(i) * (1 - tail - internal);
            expected.add(weight == 0 && internal > 0 ? internal / empty : weight);
        }
        seen.add(new Measure.Matching(value.gt(bins.get(bins.size() - 1)), where));
        expected.add(partition.tails().get(1) + tail / 2);
        return new Rule(values, seen, List.of(), expected, threshold);
    }

    private static double holdout(Arguments arguments, String name) {
        Double share = arguments.number(name);
        if (share != null && (share < 0 || share > 1)) {
            throw new WrongCheckException("The argument '" + name + "' is " + share + ", expected 0 to 1.");
        }
        return share == null ? 0 : share;
    }

    /**
     * What was expected beside what is counted: measures, or counts that are known already.
     *
     * @param expected a weight for each count, in order
     */
    record Rule(
            Measure.Present values,
            List<Measure> seen,
            List<Long> counted,
            List<Double> expected,
            @Nullable Double threshold)
            implements Plan {
        private static final int DRAWS = 400;
        private static final double OUTER = 0.025;

        @Override
        public List<Measure> measures() {
            List<Measure> all = new ArrayList<>(List.of(new Measure.Rows(values.where()), values));
            all.addAll(seen);
            return all;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            long[] observed = seen.isEmpty()
                    ? counted.stream().mapToLong(Long::longValue).toArray()
                    : seen.stream()
                            .mapToLong(measure -> RowRule.count(answers, measure))
                            .toArray();
            if (Arrays.stream(observed).sum() == 0) {
                return Aggregates.nothing(counts, sampling);
            }
            double divergence = divergence(observed);
            Bounds bounds = new Bounds(null, threshold, false, false);
            if (Double.isInfinite(divergence)) {
                // One value where none is expected: more of the table would not take it away.
                CheckVerdict verdict = threshold == null ? CheckVerdict.PASS : CheckVerdict.FAIL;
                return new Outcome(verdict, "infinite: values where none is expected", counts, null, null);
            }
            Aggregates.Estimate estimate = Aggregates.Estimate.of(
                    sampling.drawing().random()
                            ? drawnAgain(observed, divergence, eachTells(answers, observed, sampling))
                            : Aggregates.UNKNOWN);
            return Aggregates.number(divergence, bounds, counts, sampling, estimate);
        }

        private double divergence(long[] observed) {
            double all = Arrays.stream(observed).sum();
            double weights = expected.stream().mapToDouble(Double::doubleValue).sum();
            double sum = 0;
            for (int i = 0; i < observed.length; i++) {
                double share = observed[i] / all;
                if (share > 0) {
                    sum += share * Math.log(share / (expected.get(i) / weights));
                }
            }
            return Math.max(0, sum);
        }

        /**
         * How many rows drawn one by one a row tells as much as: the mean of the categories' design effects (J. N. K. Rao
         * and A. J. Scott, Journal of the American Statistical Association 76, 1981).
         */
        private double eachTells(Map<Measure, Answer> answers, long[] observed, Sampling sampling) {
            double all = Arrays.stream(observed).sum();
            WindowCounts rows = RowRule.byWindow(answers, values);
            double effects = 0;
            double weights = 0;
            for (int i = 0; i < seen.size() && rows != null; i++) {
                WindowCounts of = RowRule.byWindow(answers, seen.get(i));
                if (of != null && observed[i] > 0) {
                    DesignEffect effect = DesignEffect.ofRate(of, rows, sampling.drawing());
                    effects += (1 - observed[i] / all) * all / effect.independent(all);
                    weights += 1 - observed[i] / all;
                }
            }
            return weights > 0 ? weights / effects : 1 / sampling.drawing().together();
        }

        /** The interval that most of the sample's own redrawings fall into, about twice the sample less their middle. */
        private Interval drawnAgain(long[] observed, double divergence, double eachTells) {
            SplittableRandom random = new SplittableRandom(Arrays.hashCode(observed));
            double[] drawn = new double[DRAWS];
            for (int draw = 0; draw < DRAWS; draw++) {
                drawn[draw] = divergence(redrawn(observed, eachTells, random));
            }
            Arrays.sort(drawn);
            double low = 2 * divergence - drawn[(int) (DRAWS * (1 - OUTER)) - 1];
            double high = 2 * divergence - drawn[(int) (DRAWS * OUTER)];
            return new Interval(Math.max(0, low), Math.max(divergence, high));
        }

        private static long[] redrawn(long[] observed, double eachTells, SplittableRandom random) {
            long[] drawn = new long[observed.length];
            long all = Arrays.stream(observed).sum();
            long left = Math.max(1, (long) (all * eachTells));
            double rest = 1;
            for (int i = 0; i < observed.length && left > 0 && rest > 0; i++) {
                double share = Math.min(1, observed[i] / (double) all / rest);
                drawn[i] = i + 1 == observed.length ? left : binomial(left, share, random);
                left -= drawn[i];
                rest -= observed[i] / (double) all;
            }
            return drawn;
        }

        private static long binomial(long trials, double share, SplittableRandom random) {
            if (share <= 0 || share >= 1) {
                return share <= 0 ? 0 : trials;
            }
            double deviation = Math.sqrt(trials * share * (1 - share));
            double normal = trials * share + deviation * gaussian(random);
            return Math.max(0, Math.min(trials, Math.round(normal)));
        }

        private static double gaussian(SplittableRandom random) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            return radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
