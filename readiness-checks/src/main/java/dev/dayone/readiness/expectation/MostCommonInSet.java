package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.statistic.Drawing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The value that stands most often is a member of {@code value_set}; where several do, all count with {@code ties_okay},
 * and none without. A sample decides where the lead is beyond chance.
 */
final class MostCommonInSet implements ExpectationKind {
    private static final double Z = 1.959963984540054;
    private static final int SHOWN = 20;

    @Override
    public String type() {
        return "expect_column_most_common_value_to_be_in_set";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", ValueSet.ARGUMENT, "ties_okay");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Set<String> members = new HashSet<>();
        arguments.list(ValueSet.ARGUMENT).forEach(member -> {
            Literals.value(member, arguments.info(column));
            members.add(member.toString());
        });
        return new Rule(
                new Measure.Present(column, arguments.where()),
                Frequencies.of(arguments, column),
                members,
                arguments.flag("ties_okay"));
    }

    /** What was counted, and its judgement. */
    record Rule(Measure.Present values, Frequencies found, Set<String> members, boolean tiesOkay) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(values.where()), values);
        }

        @Override
        public boolean observesValues() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = Aggregates.counts(answers, values);
            if (found.counts().isEmpty()) {
                return Aggregates.nothing(counts, sampling);
            }
            long top = found.counts().get(0).rows();
            List<Frequencies.Count> modes =
                    found.counts().stream().filter(count -> count.rows() == top).toList();
            boolean holds =
                    tiesOkay ? modes.stream().anyMatch(this::isMember) : modes.size() == 1 && isMember(modes.get(0));
            boolean decided = sampling.whole() || (sampling.drawing().random() && isBeyondChance(sampling.drawing()));
            CheckVerdict verdict = !decided ? CheckVerdict.UNDETERMINED : holds ? CheckVerdict.PASS : CheckVerdict.FAIL;
            return new Outcome(
                    verdict,
                    modes.stream().limit(SHOWN).map(Frequencies.Count::text).toList(),
                    counts,
                    null,
                    decided ? null : sampling.sourceRows());
        }

        private boolean isMember(Frequencies.Count count) {
            return members.stream().anyMatch(count::is);
        }

        /** Whether the best on one side leads the best on the other by more than a sample's chance. */
        private boolean isBeyondChance(Drawing drawing) {
            double all = Math.max(1, found.all());
            double inside = best(true) / all;
            double outside = best(false) / all;
            double lead = Math.abs(inside - outside);
            // Nobody counted by window: those of each may all be alike.
            double windows = all / drawing.together();
            return lead > Z * Math.sqrt((inside + outside - lead * lead) / windows);
        }

        private double best(boolean member) {
            return found.counts().stream()
                    .filter(count -> isMember(count) == member)
                    .mapToLong(Frequencies.Count::rows)
                    .max()
                    .orElse(0);
        }
    }
}
