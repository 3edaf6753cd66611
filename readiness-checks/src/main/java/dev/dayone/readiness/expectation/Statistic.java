package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A statistic of a column of numbers lies within bounds.
 *
 * @param aggregate Spark's, a struct of the statistic and of what its interval needs
 * @param estimate what a sample's struct says of the whole table
 */
record Statistic(String type, UnaryOperator<Column> aggregate, Estimating estimate) implements ExpectationKind {
    /** From a sample to the whole. */
    interface Estimating {
        Aggregates.Estimate of(Row statistic, Outcome.Counts counts, Sampling sampling);
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
                arguments.bounds(),
                estimate);
    }

    /** The sample's standard deviation, with the fourth moment for its interval. */
    static Column deviation(Column values) {
        return functions.struct(functions.stddev_samp(values), functions.kurtosis(values));
    }

    /** By the spread of a sample's variance, which is greater the longer the tails. */
    static Aggregates.Estimate ofDeviation(Row statistic, Outcome.Counts counts, Sampling sampling) {
        double deviation = Aggregates.number(statistic.get(0));
        double values = counts.elements() - counts.missing();
        double kurtosis = statistic.isNullAt(1) ? 0 : Aggregates.number(statistic.get(1));
        if (values < 2 || Double.isNaN(kurtosis)) {
            return Aggregates.Estimate.of(Aggregates.UNKNOWN);
        }
        Interval wide = Intervals.mean(deviation, deviation * Math.sqrt(Math.max(0, kurtosis + 2)) / 2, values);
        return Aggregates.Estimate.of(new Interval(Math.max(0, wide.low()), wide.high()));
    }

    /** The sum, with that of squares. */
    static Column sum(Column values) {
        return functions.struct(functions.sum(values), functions.sum(values.multiply(values)));
    }

    /** The mean over all rows, times how many the source counted; its own statistics are no count. */
    static Aggregates.Estimate ofSum(Row statistic, Outcome.Counts counts, Sampling sampling) {
        Long all = sampling.countedRows();
        double rows = counts.elements();
        if (all == null || rows < 2) {
            return Aggregates.Estimate.of(Aggregates.UNKNOWN);
        }
        double mean = Aggregates.number(statistic.get(0)) / rows;
        double variance = Math.max(0, Aggregates.number(statistic.get(1)) / rows - mean * mean);
        Interval each = Intervals.mean(mean, Math.sqrt(variance * rows / (rows - 1)), rows);
        return Aggregates.Estimate.of(new Interval(each.low() * all, each.high() * all));
    }

    /** What is measured, and its judgement. */
    record Rule(Measure.Present values, Measure.Aggregate statistic, Bounds bounds, Estimating estimate)
            implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values, statistic);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            return answers.get(statistic) instanceof Answer.Single single
                            && single.value() instanceof Row row
                            && !row.isNullAt(0)
                    ? Aggregates.number(
                            Aggregates.number(row.get(0)), bounds, counts, sampling, estimate.of(row, counts, sampling))
                    : Aggregates.nothing(counts, sampling);
        }
    }
}
