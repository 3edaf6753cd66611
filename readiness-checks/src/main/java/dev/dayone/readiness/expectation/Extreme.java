package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.functions;

/**
 * The smallest or greatest value of a column lies within bounds: numbers, texts, days or times. A sample's smallest is
 * the most that the table's smallest can be: it refutes a lower bound and proves an upper one, never the reverse.
 */
record Extreme(String type, boolean greatest) implements ExpectationKind {
    @Override
    public Set<String> arguments() {
        return Arguments.COLUMN_AND_BOUNDS;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        arguments.requireABound();
        return new Rule(
                new Measure.Present(column, arguments.where()),
                new Measure.Aggregate(
                        SnapshotTable.column(column),
                        greatest ? functions::max : functions::min,
                        greatest ? "max" : "min",
                        arguments.where(),
                        new Measure.Known(column, profile -> Ends.extreme(profile, arguments.info(column), greatest))),
                Ends.of(arguments, column),
                greatest);
    }

    /** What is measured, and its judgement. */
    record Rule(Measure.Present values, Measure.Aggregate extreme, Ends ends, boolean greatest) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values, extreme);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            if (!(answers.get(extreme) instanceof Answer.Single single)) {
                return Aggregates.nothing(counts, sampling);
            }
            Object seen = plain(single.value());
            boolean refuted = greatest ? ends.above(seen) : ends.below(seen);
            boolean open = greatest ? ends.below(seen) : ends.above(seen);
            boolean unbounded = greatest ? ends.max() != null : ends.min() != null;
            CheckVerdict sampled = open || unbounded ? CheckVerdict.UNDETERMINED : CheckVerdict.PASS;
            CheckVerdict verdict = refuted || (open && sampling.whole())
                    ? CheckVerdict.FAIL
                    : sampling.whole() ? CheckVerdict.PASS : sampled;
            return new Outcome(
                    verdict,
                    seen instanceof Number ? seen : seen.toString(),
                    counts,
                    null,
                    verdict == CheckVerdict.UNDETERMINED ? sampling.sourceRows() : null);
        }

        private static Object plain(Object value) {
            if (value instanceof Date day) {
                return day.toLocalDate();
            }
            if (value instanceof Timestamp time) {
                return time.toInstant();
            }
            return value instanceof Long number ? BigDecimal.valueOf(number) : value;
        }
    }
}
