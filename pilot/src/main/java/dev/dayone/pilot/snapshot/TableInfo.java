package dev.dayone.pilot.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as its source describes it, without reading rows.
 *
 * @param kind {@code table}, {@code view}, {@code resource} or {@code file}
 * @param key the columns of the primary key, in order; empty: none
 * @param approximateRows by the source's own statistics; null: unknown
 */
public record TableInfo(
        String name,
        String kind,
        List<ColumnInfo> columns,
        List<String> key,
        @Nullable Long approximateRows) {
    public TableInfo {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }
}
