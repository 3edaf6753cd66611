package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.wording.Numbers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The newest day or time of a column lies no longer than {@code max_age} before its table was read. What lies after that
 * moment, such as a due date, is left out. A sample's newest is at most the table's: it proves the rule, never refutes it.
 */
final class NewestWithinAge implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_max_to_be_within_age";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "max_age", "time_zone");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Duration limit = arguments.duration("max_age");
        if (limit == null) {
            throw new WrongCheckException("The argument 'max_age' is missing.");
        }
        Span span = Span.ofClock(arguments, column);
        Column where = arguments.where();
        Column known = span.begin()
                .leq(functions.lit(Timestamp.from(arguments.table().manifest().completedAt())));
        return new Rule(
                new Measure.Present(column, where),
                new Measure.Aggregate(functions.when(known, span.end()), functions::max, "newest", where),
                new Measure.Matching(functions.not(known), where),
                limit,
                arguments.table().manifest().startedAt());
    }

    /** What is measured, and its judgement; {@code read}: when reading began. */
    record Rule(Measure.Present values, Measure.Aggregate newest, Measure.Matching later, Duration limit, Instant read)
            implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values, newest, later);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            if (!(answers.get(newest) instanceof Answer.Single single) || !(single.value() instanceof Timestamp time)) {
                return Aggregates.nothing(counts, sampling);
            }
            Instant seen = time.toInstant();
            Duration age = seen.isAfter(read) ? Duration.ZERO : Duration.between(seen, read);
            boolean holds = age.compareTo(limit) <= 0;
            CheckVerdict other = sampling.whole() ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED;
            CheckVerdict verdict = holds ? CheckVerdict.PASS : other;
            long after = RowRule.count(answers, later);
            String observed = Numbers.millis(age.toMillis()) + " before the table was read"
                    + (after == 0 ? "" : "; " + Numbers.count(after, "value") + " after that left out");
            return new Outcome(
                    verdict,
                    observed,
                    counts,
                    null,
                    verdict == CheckVerdict.UNDETERMINED ? sampling.sourceRows() : null);
        }
    }
}
