package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.readiness.engine.Answer;
import dev.dayone.readiness.engine.Measure;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table has as many rows as {@code other_table_name}: another of its source, or {@code SOURCE.TABLE}. Known of tables
 * that were read whole, or counted by their source.
 */
final class SameRowCount implements ExpectationKind {
    @Override
    public String type() {
        return "expect_table_row_count_to_equal_other_table";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("other_table_name");
    }

    @Override
    public Plan plan(Arguments arguments) {
        SnapshotTable other = arguments
                .beside()
                .table(arguments.text("other_table_name"), arguments.table().ref());
        return new Rule(rows(arguments.table()), rows(other));
    }

    private static @Nullable Long rows(SnapshotTable table) {
        return table.manifest().whole() ? Long.valueOf(table.manifest().sampledRows()) : table.countedRows();
    }

    /** Both counts; null: not known. */
    record Rule(@Nullable Long own, @Nullable Long other) implements Plan {
        @Override
        public List<Measure> measures() {
            return List.of(new Measure.Rows(null));
        }

        @Override
        public boolean ofTable() {
            return true;
        }

        @Override
        public Outcome judge(Map<Measure, Answer> answers, Sampling sampling) {
            Outcome.Counts counts = new Outcome.Counts(RowRule.count(answers, new Measure.Rows(null)), 0, null);
            if (own == null || other == null) {
                return new Outcome(
                        CheckVerdict.UNDETERMINED,
                        "a sample does not tell how many rows there are",
                        counts,
                        null,
                        sampling.sourceRows());
            }
            return new Outcome(
                    own.equals(other) ? CheckVerdict.PASS : CheckVerdict.FAIL,
                    own + " and " + other,
                    counts,
                    null,
                    null);
        }
    }
}
