package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.DesignEffect;
import dev.dayone.readiness.statistic.Spread;
import dev.dayone.readiness.statistic.WindowSums;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A statistic of a column of numbers lies within bounds.
 *
 * @param aggregate Spark's, a struct of the statistic and of what its interval needs
 * @param each what a row adds to it
 * @param estimate what a sample's struct says of the whole table
 * @param ofTable whether it grows with the table
 */
record Statistic(
        String type, UnaryOperator<Column> aggregate, UnaryOperator<Column> each, Estimating estimate, boolean ofTable)
        implements ExpectationKind {
    private static final double NORMAL_KURTOSIS = 3;

    /** From a sample to the whole. */
    interface Estimating {
        Aggregates.Estimate of(Seen seen, Sampling sampling);
    }

    /** What a sample shows; {@code byWindow}: what its rows add, null where they were not drawn in windows. */
    record Seen(
            Row statistic, Outcome.Counts counts, @Nullable WindowSums byWindow) {
        private DesignEffect effect(double rows, Sampling sampling, Function<WindowSums, DesignEffect> known) {
            return byWindow == null ? DesignEffect.worst(rows, sampling.drawing()) : known.apply(byWindow);
        }

        private double number(int place) {
            return Aggregates.number(statistic.get(place));
        }
    }

    @Override
    public Set<String> arguments() {
        return Arguments.COLUMN_AND_BOUNDS;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        arguments.requireNumbers(column);
        return new Rule(
                new Measure.Present(column, arguments.where()),
                new Measure.Aggregate(SnapshotTable.column(column).cast("double"), aggregate, type, arguments.where()),
                new Measure.ByWindow(each.apply(SnapshotTable.column(column)), arguments.where()),
                arguments.bounds(),
                estimate,
                ofTable);
    }

    /** The sample's standard deviation, with the fourth moment for its interval. */
    static Column deviation(Column values) {
        return functions.struct(functions.stddev_samp(values), functions.kurtosis(values));
    }

    /** By the spread of a sample's variance, which is greater the longer the tails. */
    static Aggregates.Estimate ofDeviation(Seen seen, Sampling sampling) {
        double values = (double) seen.counts().elements() - seen.counts().missing();
        double tails = seen.number(1) + NORMAL_KURTOSIS;
        Spread spread = new Spread(values, Double.NaN, seen.number(0), Double.NaN, tails);
        DesignEffect effect = seen.effect(values, sampling, sums -> sums.ofSquares(tails, sampling.drawing()));
        return Aggregates.Estimate.of(spread.deviation(sampling.drawing(), effect));
    }

    /** The sum, with deviation and skewness of what each row adds to it; one without a value adds nothing. */
    static Column sum(Column values) {
        Column added = added(values);
        return functions.struct(functions.sum(values), functions.stddev_samp(added), functions.skewness(added));
    }

    /** What a row adds to a sum: one without a value nothing. */
    static Column added(Column values) {
        return functions.coalesce(values, functions.lit(0));
    }

    /** The mean over all rows, times how many the source counted; its own statistics are no count. */
    static Aggregates.Estimate ofSum(Seen seen, Sampling sampling) {
        Long all = sampling.countedRows();
        double rows = sampling.drawing().looked();
        DesignEffect effect = seen.effect(rows, sampling, sums -> sums.ofMean(sampling.drawing()));
        Interval each = new Spread(rows, seen.number(0) / rows, seen.number(1), seen.number(2), Double.NaN)
                .mean(sampling.drawing(), effect);
        return Aggregates.Estimate.of(
                all == null || each.equals(Aggregates.UNKNOWN)
                        ? Aggregates.UNKNOWN
                        : new Interval(each.low() * all, each.high() * all));
    }

    /** What is measured, and its judgement. */
    record Rule(
            Measure.Present values,
            Measure.Aggregate statistic,
            Measure.ByWindow byWindow,
            Bounds bounds,
            Estimating estimate,
            boolean ofTable)
            implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values, statistic, byWindow);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            WindowSums sums = answers.get(byWindow) instanceof Answer.ByWindow found ? found.sums() : null;
            return answers.get(statistic) instanceof Answer.Single single
                            && single.value() instanceof Row row
                            && !row.isNullAt(0)
                    ? Aggregates.number(
                            Aggregates.number(row.get(0)),
                            bounds,
                            counts,
                            sampling,
                            estimate.of(new Seen(row, counts, sums), sampling))
                    : Aggregates.nothing(counts, sampling);
        }
    }
}
