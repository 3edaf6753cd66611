package dev.dayone.pilot.report;

import dev.dayone.pilot.SampleMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the run report.
 *
 * @param rows that the source says it has: exact where {@code whole}, else approximate; null: unknown
 * @param whole whether every row was looked at
 */
public record TableReport(
        @Nullable Long rows,
        long sampledRows,
        boolean whole,
        SampleMethod method,
        @Nullable String note,
        List<String> key,
        List<ColumnReport> columns) {
    public TableReport {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }
}
