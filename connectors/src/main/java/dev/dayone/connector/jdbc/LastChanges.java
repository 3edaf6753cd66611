package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when tables were last changed: as the catalogue says, else by the highest value of a time column that leads
 * an index, for which one entry of the index is read and no row. A table that does not answer is left out.
 */
final class LastChanges {
    private static final int TABLES_ASKED = 50;
    private static final long NANOS = 5_000_000_000L;

    private final JdbcSource source;

    LastChanges(JdbcSource source) {
        this.source = source;
    }

    /** The times by table. */
    Map<String, Instant> of(Collection<TableSpec> tables) throws SQLException {
        Map<String, Instant> changes = new HashMap<>();
        tables.stream()
                .filter(table -> table.facts().lastChange() != null)
                .forEach(table -> changes.put(
                        table.name(), Objects.requireNonNull(table.facts().lastChange())));
        List<TableSpec> asked = tables.stream()
                .filter(table -> !changes.containsKey(table.name()) && isCheap(table))
                .limit(TABLES_ASKED)
                .toList();
        if (asked.isEmpty()) {
            return changes;
        }
        long end = System.nanoTime() + NANOS;
        try (Connection connection = source.getConnection()) {
            for (TableSpec table : asked) {
                Instant highest = System.nanoTime() < end ? highest(connection, table) : null;
                if (highest != null) {
                    changes.put(table.name(), highest);
                }
            }
        }
        return changes;
    }

    private static boolean isCheap(TableSpec table) {
        String column = table.timeColumn();
        return column != null && table.readable() && table.facts().indexed().contains(column);
    }

    private @Nullable Instant highest(Connection connection, TableSpec table) throws SQLException {
        String name = Objects.requireNonNull(table.timeColumn());
        String quoted = source.dialect().quoted(name);
        String expression = Objects.requireNonNull(table.byName().get(name)).expression();
        // The text of the highest, not the highest text, which no index knows.
        String highest = expression.replace(quoted, "max(" + quoted + ")");
        try {
            List<String> found = Rows.of(
                    connection,
                    "SELECT " + highest + " FROM " + table.from(),
                    List.of(),
                    row -> Objects.requireNonNullElse(row.getString(1), ""));
            return found.isEmpty() ? null : TimeText.instant(found.get(0));
        } catch (SQLException e) {
            return null;
        } finally {
            connection.rollback();
        }
    }
}
