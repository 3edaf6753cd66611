package dev.dayone.pilot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A connector with its parameters, as named in a pilot.
 *
 * @param tables what the pilot says of tables, by name; empty: every table, with defaults
 * @param acceptsWritableAccount whether the pilot accepts by name that the account could write
 */
public record Source(
        String name,
        String connector,
        Parameters parameters,
        Limits limits,
        Map<String, TableSelection> tables,
        boolean acceptsWritableAccount) {
    /** The connectors that read files, of which there is no server to spare and no key to draw by. */
    static final Set<String> FILES = Set.of("csv", "jsonl", "parquet");

    public Source {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Whether it holds files. */
    public boolean holdsFiles() {
        return FILES.contains(connector);
    }

    /** What the pilot says of a table, or the defaults. */
    public TableSelection table(String table) {
        return tables.getOrDefault(table, TableSelection.DEFAULT);
    }
}
