package dev.dayone.pilot.report;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Pushdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the run report.
 *
 * @param rows that the source says it has: exact where {@code whole} or counted by the source, else approximate; null:
 *     unknown
 * @param whole whether every row was looked at
 * @param linked the keys that it was read for
 * @param pushdown what the source counted of the whole table; null: it was not asked
 */
public record TableReport(
        @Nullable Long rows,
        long sampledRows,
        boolean whole,
        SampleMethod method,
        @Nullable String note,
        List<String> key,
        List<LinkedKeys> linked,
        @Nullable Pushdown pushdown,
        List<ColumnReport> columns) {
    public TableReport {
        key = List.copyOf(key);
        linked = linked == null ? List.of() : List.copyOf(linked);
        columns = List.copyOf(columns);
    }

    /** Whether the source counted its rows. */
    public boolean counted() {
        return pushdown != null && pushdown.rows() != null;
    }
}
