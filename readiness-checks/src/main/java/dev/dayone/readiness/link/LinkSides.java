package dev.dayone.readiness.link;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A link whose two columns were found. */
record LinkSides(Link link, SnapshotTable from, SnapshotTable to) {
    /** Throws {@link IllegalArgumentException} with a sentence if a table or column is missing. */
    static LinkSides of(Link link, Map<TableRef, SnapshotTable> tables) {
        SnapshotTable from = table(link.from(), tables);
        SnapshotTable to = table(link.to(), tables);
        position(from, link.from());
        position(to, link.to());
        return new LinkSides(link, from, to);
    }

    private static SnapshotTable table(ColumnRef column, Map<TableRef, SnapshotTable> tables) {
        SnapshotTable table = tables.get(column.tableRef());
        if (table == null) {
            throw new IllegalArgumentException("The snapshot has no table '" + column.tableRef() + "'"
                    + NearestName.hint(
                            column.tableRef().toString(),
                            tables.keySet().stream().map(TableRef::toString).toList()));
        }
        return table;
    }

    private static int position(SnapshotTable table, ColumnRef column) {
        int position = table.position(column.column());
        if (position < 0) {
            throw new IllegalArgumentException(table.unknownColumn(column.column()));
        }
        return position;
    }

    /** Whether a key of the {@code from} side that is not found is certain not to be there. */
    boolean toWhole() {
        return to.manifest().isWholeFor(link.from(), link.to().column());
    }

    /** Whether rows of the {@code to} side were chosen by keys, so that those nobody refers to are not to be seen. */
    boolean toByKeys() {
        return to.manifest().used() == SampleMethod.LINKED && !to.manifest().whole();
    }

    /** Whether the source says that no key repeats on the {@code to} side; null: it does not say. */
    @Nullable
    Boolean toUnique() {
        String column = to.columns().get(position(to, link.to())).name();
        Pushdown.Distinct counted = to.counted(List.of(column));
        if (counted != null) {
            return counted.distinct() == counted.present();
        }
        return to.isKey(List.of(column)) ? Boolean.TRUE : null;
    }

    Dataset<Row> fromRows() {
        return from.rows();
    }

    Dataset<Row> toRows() {
        return to.rows();
    }

    /** The {@code from} side's rows with the windows in which they were drawn; null: they were drawn in none. */
    @Nullable
    Dataset<Row> fromRowsInWindows() {
        return from.rowsInWindows();
    }

    Column fromKey() {
        return key(from, link.from());
    }

    Column toKey() {
        return key(to, link.to());
    }

    private static Column key(SnapshotTable table, ColumnRef column) {
        int position = position(table, column);
        return KeyText.of(
                SnapshotTable.column(position), table.columns().get(position).type());
    }
}
