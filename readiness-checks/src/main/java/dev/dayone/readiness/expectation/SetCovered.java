package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A column's different values beside {@code value_set}. One value seen outside refutes that there is none, and one seen
 * inside proves that it is there; what a sample did not show may be there all the same.
 *
 * @param noOthers whether values outside of the set are refused
 * @param all whether each of the set must be there
 */
record SetCovered(String type, boolean noOthers, boolean all) implements ExpectationKind {
    @Override
    public Set<String> arguments() {
        return Set.of("column", ValueSet.ARGUMENT);
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Column where = arguments.where();
        Column value = SnapshotTable.column(column);
        if (!all && arguments.isOpen(ValueSet.ARGUMENT)) {
            return new Covered(new Measure.Present(column, where), null, List.of(), null);
        }
        Column outside = value.isNotNull()
                .and(functions.not(functions.coalesce(ValueSet.member(arguments, column), functions.lit(false))));
        List<Measure> members = new ArrayList<>();
        if (all) {
            ValueSet.members(arguments, column)
                    .forEach(member -> members.add(new Measure.Matching(value.eqNullSafe(member), where)));
        }
        return new Covered(
                new Measure.Present(column, where),
                noOthers ? new Measure.Matching(outside, where) : null,
                members,
                noOthers ? new Unexpected(outside, where, List.of(column)) : null);
    }

    /** What is measured: rows with a value, those with one outside (null: not asked), and those with each of the set. */
    record Covered(
            Measure.Present values,
            Measure.@Nullable Matching outside,
            List<Measure> members,
            @Nullable Unexpected unexpected)
            implements Plan {
        @Override
        public List<Measure> measures() {
            List<Measure> all = new ArrayList<>(List.of(new Measure.Rows(values.where()), values));
            if (outside != null) {
                all.add(outside);
            }
            all.addAll(members);
            return all;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            long rows = RowRule.count(answers, new Measure.Rows(values.where()));
            long present = RowRule.count(answers, values);
            long others = outside == null ? 0 : RowRule.count(answers, outside);
            long seen = members.stream()
                    .filter(member -> RowRule.count(answers, member) > 0)
                    .count();
            Outcome.Counts counts =
                    new Outcome.Counts(rows, rows - present, outside == null ? null : Long.valueOf(others));
            String observed = observed(others, seen);
            boolean missing = seen < members.size();
            if (others > 0 || (missing && sampling.whole())) {
                return new Outcome(CheckVerdict.FAIL, observed, counts, null, null);
            }
            boolean proved = sampling.whole() || (!missing && outside == null);
            Interval outsiders = proved || present == 0 ? null : new Rate(0, present, sampling.drawing()).interval();
            return new Outcome(
                    proved ? CheckVerdict.PASS : CheckVerdict.UNDETERMINED,
                    observed,
                    counts,
                    outsiders,
                    proved ? null : sampling.sourceRows());
        }

        private String observed(long others, long seen) {
            List<String> parts = new ArrayList<>();
            if (outside != null) {
                parts.add(
                        others == 0 ? "no value outside of the set" : others + " rows with a value outside of the set");
            }
            if (!members.isEmpty()) {
                parts.add(seen + " of the set's " + members.size() + " values seen");
            }
            return parts.isEmpty() ? "every value is allowed" : String.join(", ", parts);
        }
    }
}
