package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Spread;
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
 * @param ofTable whether it grows with the table
 */
record Statistic(String type, UnaryOperator<Column> aggregate, Estimating estimate, boolean ofTable)
        implements ExpectationKind {
    private static final double NORMAL_KURTOSIS = 3;

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
                estimate,
                ofTable);
    }

    /** The sample's standard deviation, with the fourth moment for its interval. */
    static Column deviation(Column values) {
        return functions.struct(functions.stddev_samp(values), functions.kurtosis(values));
    }

    /** By the spread of a sample's variance, which is greater the longer the tails. */
    static Aggregates.Estimate ofDeviation(Row statistic, Outcome.Counts counts, Sampling sampling) {
        double values = (double) counts.elements() - counts.missing();
        double tails = Aggregates.number(statistic.get(1)) + NORMAL_KURTOSIS;
        Spread spread = new Spread(values, Double.NaN, Aggregates.number(statistic.get(0)), Double.NaN, tails);
        return Aggregates.Estimate.of(spread.deviation(sampling.drawing()));
    }

    /** The sum, with deviation and skewness of what each row adds to it; one without a value adds nothing. */
    static Column sum(Column values) {
        Column added = functions.coalesce(values, functions.lit(0));
        return functions.struct(functions.sum(values), functions.stddev_samp(added), functions.skewness(added));
    }

    /** The mean over all rows, times how many the source counted; its own statistics are no count. */
    static Aggregates.Estimate ofSum(Row statistic, Outcome.Counts counts, Sampling sampling) {
        Long all = sampling.countedRows();
        double rows = sampling.drawing().looked();
        Interval each = new Spread(
                        rows,
                        Aggregates.number(statistic.get(0)) / rows,
                        Aggregates.number(statistic.get(1)),
                        Aggregates.number(statistic.get(2)),
                        Double.NaN)
                .mean(sampling.drawing());
        return Aggregates.Estimate.of(
                all == null || each.equals(Aggregates.UNKNOWN)
                        ? Aggregates.UNKNOWN
                        : new Interval(each.low() * all, each.high() * all));
    }

    /** What is measured, and its judgement. */
    record Rule(
            Measure.Present values, Measure.Aggregate statistic, Bounds bounds, Estimating estimate, boolean ofTable)
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
