package dev.dayone.readiness.cohort;

import java.math.BigDecimal;
import java.util.List;

/**
 * A cohort that was chosen on a snapshot, and what it stands for. It holds no key and no value.
 *
 * @param key its columns, in order, the names with a comma between
 * @param rows of the snapshot with a key
 * @param chosen of them, those in the cohort
 * @param withoutKey rows that have no key and so are in no cohort
 * @param keys of the rows with one; fewer than rows: some keys come more than once
 * @param columns the most different first
 * @param notThere columns that the pilot needs and the snapshot has not, so that nobody can tell of them
 */
public record Cohort(
        String snapshot,
        String key,
        BigDecimal share,
        String salt,
        long rows,
        long chosen,
        long withoutKey,
        long keys,
        Representation verdict,
        List<ColumnComparison> columns,
        String postgresql,
        String mysql,
        List<String> notThere) {
    public Cohort {
        columns = List.copyOf(columns);
        notThere = List.copyOf(notThere);
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
