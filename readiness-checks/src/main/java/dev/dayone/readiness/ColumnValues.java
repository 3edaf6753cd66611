package dev.dayone.readiness;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.discovery.AllValues;
import dev.dayone.readiness.engine.FewRows;
import dev.dayone.readiness.link.KeyText;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The values of columns of a snapshot's smaller tables, each read once. */
final class ColumnValues implements AllValues {
    private final Map<TableRef, SnapshotTable> tables;
    private final Map<ColumnRef, Optional<Hashes>> read = new ConcurrentHashMap<>();

    ColumnValues(Map<TableRef, SnapshotTable> tables) {
        this.tables = tables;
    }

    @Override
    public @Nullable Hashes of(ColumnRef column) {
        return read.computeIfAbsent(column, this::read).orElse(null);
    }

    private Optional<Hashes> read(ColumnRef column) {
        SnapshotTable table = tables.get(column.tableRef());
        int position = table == null ? -1 : table.position(column.column());
        if (table == null || position < 0) {
            return Optional.empty();
        }
        ColumnType type = table.columns().get(position).type();
        FewRows rows = FewRows.of(table.rows().select(KeyText.of(SnapshotTable.column(position), type)));
        if (rows == null) {
            return Optional.empty();
        }
        Hashes hashes = new Hashes();
        rows.forEach(row -> {
            String value = row[0];
            if (value != null && type.kind() == ColumnType.Kind.BIGINT) {
                hashes.addNumber(Long.parseLong(value));
            } else if (value != null) {
                hashes.add(value);
            }
        });
        return Optional.of(hashes);
    }
}
