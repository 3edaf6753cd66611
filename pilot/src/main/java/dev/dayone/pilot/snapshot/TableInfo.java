package dev.dayone.pilot.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as its source describes it, without reading rows.
 *
 * @param kind {@code table}, {@code view}, {@code resource} or {@code file}
 * @param key the columns of the primary key, in order; empty: none
 * @param approximateRows by the source's own statistics; null: unknown
 * @param indexed the columns that an index of their own, or the first place in one, makes cheap to look up
 * @param approximateBytes on the source's disk, by its own statistics; null: unknown
 * @param timeColumn the column that most likely tells when a row was last changed; null: none looks like it
 * @param lastChange when the table was last changed, as far as the source tells without reading it; null: unknown
 */
public record TableInfo(
        String name,
        String kind,
        List<ColumnInfo> columns,
        List<String> key,
        @Nullable Long approximateRows,
        List<String> indexed,
        @Nullable Long approximateBytes,
        @Nullable String timeColumn,
        @Nullable Instant lastChange) {
    public TableInfo {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        indexed = indexed == null ? List.of() : List.copyOf(indexed);
    }

    /** A table of which no more than columns, key and rows are known. */
    public TableInfo(
            String name, String kind, List<ColumnInfo> columns, List<String> key, @Nullable Long approximateRows) {
        this(name, kind, columns, key, approximateRows, List.of(), null, null, null);
    }

    /** The same table with other columns. */
    public TableInfo with(List<ColumnInfo> others) {
        return new TableInfo(
                name, kind, others, key, approximateRows, indexed, approximateBytes, timeColumn, lastChange);
    }
}
