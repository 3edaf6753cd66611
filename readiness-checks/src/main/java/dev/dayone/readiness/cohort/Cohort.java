package dev.dayone.readiness.cohort;

import dev.dayone.pilot.ColumnRef;
import java.math.BigDecimal;
import java.util.List;

/**
 * A cohort that was chosen on a snapshot, and what it stands for. It holds no key and no value.
 *
 * @param rows of the snapshot with a key
 * @param chosen of them, those in the cohort
 * @param withoutKey rows that have no key and so are in no cohort
 * @param keys of the rows with one; fewer than rows: some keys come more than once
 * @param columns the most different first
 */
public record Cohort(
        String snapshot,
        ColumnRef key,
        BigDecimal share,
        String salt,
        long rows,
        long chosen,
        long withoutKey,
        long keys,
        Representation verdict,
        List<ColumnComparison> columns,
        String postgresql,
        String mysql) {
    public Cohort {
        columns = List.copyOf(columns);
    }

    /** What all columns come to: one that differs decides, then one that nobody can tell. */
    static Representation verdict(List<ColumnComparison> columns) {
        for (Representation one : List.of(Representation.NOT_REPRESENTATIVE, Representation.UNDETERMINED)) {
            if (columns.stream().anyMatch(column -> column.verdict() == one)) {
                return one;
            }
        }
        return columns.isEmpty() ? Representation.UNDETERMINED : Representation.REPRESENTATIVE;
    }
}
