package dev.dayone.readiness.expectation;

import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.engine.MetricQuery;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that a check may look at beside its own: those of the snapshot. */
public record Beside(SparkEngine engine, Map<TableRef, SnapshotTable> tables) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    public Beside {
        tables = Map.copyOf(tables);
    }

    /** A table as {@code SOURCE.TABLE}, or by its bare name in the same source. Throws {@link WrongCheckException}. */
    SnapshotTable table(String name, TableRef same) {
        SnapshotTable found = tables.get(new TableRef(same.source(), name));
        if (found == null && name.indexOf('.') > 0) {
            found = tables.get(TableRef.parse(name));
        }
        if (found == null) {
            List<String> names =
                    tables.keySet().stream().map(TableRef::toString).sorted().toList();
            throw new WrongCheckException("The snapshot has no table '" + name + "'" + NearestName.hint(name, names));
        }
        return found;
    }

    /**
     * The number that a guarded SELECT over the tables yields, those of the table's own source by their bare names too.
     * Throws {@link WrongCheckException} with why there is none.
     */
    Counted count(String sql, TableRef own) {
        MetricQuery.Result result = new MetricQuery(engine, tables, Map.of(), LIMIT).run(sql, own.source());
        if (result.value() == null) {
            throw new WrongCheckException(String.valueOf(result.error()));
        }
        Map<TableRef, SnapshotTable> read = new LinkedHashMap<>(tables);
        read.keySet().retainAll(result.tables());
        return new Counted(Math.round(result.value()), read.values().stream().allMatch(table -> table.manifest()
                .whole()));
    }

    /** A count, and whether every table that it is of was read whole. */
    record Counted(long rows, boolean whole) {}
}
