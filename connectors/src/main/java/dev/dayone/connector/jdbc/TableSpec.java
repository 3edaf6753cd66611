package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.snapshot.TableInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table with the SQL that reads it; {@code from} is its quoted name. */
record TableSpec(
        String name,
        String kind,
        String from,
        List<ColumnSpec> columns,
        List<String> key,
        @org.jspecify.annotations.Nullable Long approximateRows,
        boolean readable,
        DiscoveredTable.RandomAccess random) {
    /** The columns by name, in order. */
    Map<String, ColumnSpec> byName() {
        Map<String, ColumnSpec> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    /** The table as the pilot's side knows it. */
    DiscoveredTable discovered() {
        TableInfo info =
                new TableInfo(name, kind, columns.stream().map(ColumnSpec::info).toList(), key, approximateRows);
        return new DiscoveredTable(info, readable, random);
    }
}
