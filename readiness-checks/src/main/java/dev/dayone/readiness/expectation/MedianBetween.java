package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.functions;

/** The median of a column of numbers lies within bounds: of an even number of values, the mean of the middle two. */
final class MedianBetween implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_median_to_be_between";
    }

    @Override
    public Set<String> arguments() {
        return Arguments.COLUMN_AND_BOUNDS;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Quantiles ladder = Quantiles.of(arguments, column, Map.of(0.5, arguments.bounds()));
        Measure.Aggregate median = new Measure.Aggregate(
                SnapshotTable.column(column).cast("double"),
                values -> functions.percentile(values, functions.lit(0.5)),
                "median",
                arguments.where());
        return new Rule(ladder, median, arguments.bounds());
    }

    /** The exact median of a whole table, else the interval of quantiles. */
    record Rule(Quantiles ladder, Measure.Aggregate median, Bounds bounds) implements Plan {
        @Override
        public List<Measure> measures() {
            List<Measure> all = new ArrayList<>(ladder.measures());
            all.add(median);
            return all;
        }

        @Override
        public List<Measure> further(Map<Measure, Answer> answers) {
            return ladder.further(answers);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome sampled = ladder.judge(answers, sampling);
            if (!(answers.get(median) instanceof Answer.Single single)) {
                return sampled;
            }
            double exact = Aggregates.number(single.value());
            if (sampling.whole()) {
                return Aggregates.number(
                        exact, bounds, sampled.counts(), sampling, Aggregates.Estimate.of(Aggregates.UNKNOWN));
            }
            return new Outcome(
                    sampled.verdict() == CheckVerdict.NO_ANSWER ? CheckVerdict.UNDETERMINED : sampled.verdict(),
                    exact,
                    sampled.counts(),
                    sampled.interval(),
                    sampled.rowsToDecide());
        }
    }
}
