package dev.dayone.readiness.expectation;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.readiness.engine.MetricQuery;
import dev.dayone.readiness.engine.QueryComparison;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a check may look at beside its own table: the snapshot's other tables, and the run before.
 *
 * @param selections what the pilot says of tables
 */
public record Beside(
        SparkEngine engine,
        Map<TableRef, SnapshotTable> tables,
        Function<TableRef, TableSelection> selections,
        Earlier earlier) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    public Beside {
        tables = Map.copyOf(tables);
    }

    /** Tables of which the pilot says nothing, without a run before. */
    public Beside(SparkEngine engine, Map<TableRef, SnapshotTable> tables) {
        this(engine, tables, table -> TableSelection.DEFAULT, Earlier.NONE);
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
        return new Counted(Math.round(result.value()), isWhole(result.tables()));
    }

    /** The rows of two guarded SELECTs, one beside the other. Throws {@link WrongCheckException} with why there are none. */
    QueryComparison.Result compare(QueryComparison.Query one, QueryComparison.Query other) {
        QueryComparison.Result result = new QueryComparison(engine, tables, LIMIT).compare(one, other);
        if (result.error() != null) {
            throw new WrongCheckException(result.error());
        }
        return result;
    }

    /** Whether every one of some tables was read whole. */
    boolean isWhole(Set<TableRef> some) {
        Map<TableRef, SnapshotTable> read = new LinkedHashMap<>(tables);
        read.keySet().retainAll(some);
        return read.values().stream().allMatch(table -> table.manifest().whole());
    }

    /** A count, and whether every table that it is of was read whole. */
    record Counted(long rows, boolean whole) {}
}
