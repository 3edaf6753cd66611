package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Rate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many different values a column has, or their share of its values, lies within bounds. A sample has at least as
 * many as it shows; of their share it shows the most that there can be, for further rows bring more that were seen.
 *
 * @param share whether it is their share of the values
 */
record DifferentValues(String type, boolean share) implements ExpectationKind {
    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Arguments.COLUMN_AND_BOUNDS;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return new Rule(
                new Measure.Present(column, arguments.where()),
                new Measure.Different(column, arguments.where()),
                arguments.bounds(),
                share);
    }

    /** What is measured, and its judgement. */
    record Rule(Measure.Present values, Measure.Different different, Bounds bounds, boolean share) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values, different);
        }

        @Override
        public boolean ofTable() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            long present = counts.elements() - counts.missing();
            long seen = RowRule.count(answers, different);
            if (present == 0 && share) {
                return Aggregates.nothing(counts, sampling);
            }
            double number = share ? (double) seen / present : seen;
            double all = Math.min(sampling.drawing().all(), Double.MAX_VALUE);
            Interval most = share
                    ? new Interval(
                            0,
                            new Rate(seen, present, sampling.drawing())
                                    .interval()
                                    .high())
                    : new Interval(seen, Math.max((double) seen, all));
            return Aggregates.number(number, bounds, counts, sampling, Aggregates.Estimate.of(most));
        }
    }
}
