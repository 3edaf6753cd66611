package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.TimeColumns;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.TableInfo;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with the SQL that reads it; {@code from} is its quoted name. */
record TableSpec(
        String name,
        String kind,
        String from,
        List<ColumnSpec> columns,
        List<String> key,
        boolean readable,
        DiscoveredTable.RandomAccess random,
        TableFacts facts) {
    /** The columns by name, in order. */
    Map<String, ColumnSpec> byName() {
        Map<String, ColumnSpec> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    /** The same table of which more is known. */
    TableSpec with(TableFacts more) {
        return new TableSpec(name, kind, from, columns, key, readable, random, more);
    }

    /** The column that most likely tells when a row was last changed, or null. */
    @Nullable
    String timeColumn() {
        return TimeColumns.likely(infos(), facts.indexed());
    }

    /** The table as the pilot's side knows it. */
    TableInfo info(@Nullable Instant lastChange) {
        return new TableInfo(
                name,
                kind,
                infos(),
                key,
                facts.approximateRows(),
                facts.indexed(),
                facts.approximateBytes(),
                timeColumn(),
                lastChange);
    }

    private List<ColumnInfo> infos() {
        return columns.stream().map(ColumnSpec::info).toList();
    }
}
