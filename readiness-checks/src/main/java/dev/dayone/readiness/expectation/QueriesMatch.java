package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.engine.QueryComparison;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two queries, over tables of this source and of another, yield the same rows, in any order, whatever their columns'
 * names. Of the longer result at least the share {@code mostly} must be matched, row by row.
 */
final class QueriesMatch implements ExpectationKind {
    private static final String BASE = "base_query";
    private static final String OTHER = "comparison_query";
    private static final String SOURCE = "comparison_data_source_name";

    @Override
    public String type() {
        return "expect_query_results_to_match_comparison";
    }

    @Override
    public Set<String> arguments() {
        return Set.of(BASE, OTHER, SOURCE, "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        QueryComparison.Query base = new QueryComparison.Query(
                UnexpectedRows.query(arguments, BASE), arguments.table().ref().source());
        QueryComparison.Query other =
                new QueryComparison.Query(UnexpectedRows.query(arguments, OTHER), arguments.text(SOURCE));
        QueryComparison.Result result = arguments.beside().compare(base, other);
        return new Rule(result, arguments.beside().isWhole(result.tables()), arguments.mostly());
    }

    /** What the queries yielded, and its judgement; {@code whole}: whether all that they read was. */
    record Rule(QueryComparison.Result found, boolean whole, double mostly) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of();
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            long longer = Math.max(found.rows(), found.otherRows());
            Outcome.Counts counts = new Outcome.Counts(longer, 0, longer - found.matched());
            double rate = longer == 0 ? 1 : (double) found.matched() / longer;
            String observed = Numbers.count(found.matched()) + " rows alike, of " + Numbers.count(found.rows())
                    + " and " + Numbers.count(found.otherRows());
            CheckVerdict verdict = whole ? Intervals.atLeast(Intervals.exact(rate), mostly) : CheckVerdict.UNDETERMINED;
            return new Outcome(verdict, observed, counts, null, whole ? null : sampling.sourceRows());
        }
    }
}
