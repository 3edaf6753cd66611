package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.statistic.Rate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The share of rows in which a column has a value lies within bounds. */
final class ShareNotNull implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_proportion_of_non_null_values_to_be_between";
    }

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
        return new Rule(new Measure.Present(arguments.column("column"), arguments.where()), arguments.bounds());
    }

    /** What is measured, and its judgement. */
    record Rule(Measure.Present values, Bounds bounds) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values);
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            if (counts.elements() == 0) {
                return Aggregates.nothing(counts, sampling);
            }
            Rate rate = RowRule.rate(answers, values, new Measure.Rows(values.where()), sampling);
            CheckVerdict verdict = rate.within(bounds);
            Long decide = verdict == CheckVerdict.UNDETERMINED ? rowsToDecide(rate, sampling) : null;
            return new Outcome(verdict, rate.seen(), counts, rate.interval(), decide);
        }

        /** For the bound that is nearer. */
        private @Nullable Long rowsToDecide(Rate rate, Sampling sampling) {
            Double bound = bounds.nearest(rate.seen());
            return RowRule.limited(bound == null ? null : rate.rowsFor(bound), sampling.sourceRows());
        }
    }
}
