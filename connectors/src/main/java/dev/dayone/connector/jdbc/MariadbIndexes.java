package dev.dayone.connector.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indexes of a database's tables, as far as reading needs them. */
final class MariadbIndexes {
    private final Map<String, Map<String, List<Part>>> byTable = new LinkedHashMap<>();

    private MariadbIndexes() {}

    /** One column of an index; {@code whole}: neither a prefix nor an expression. */
    record Part(String table, String index, @Nullable String column, boolean unique, boolean nullable, boolean whole) {
        /** Whether it tells rows apart, together with the others of its index. */
        boolean identifies() {
            return unique && whole && !nullable;
        }
    }

    /** A row of {@code information_schema.STATISTICS}. */
    static Part part(ResultSet row) throws SQLException {
        String column = row.getString("COLUMN_NAME");
        return new Part(
                row.getString("TABLE_NAME"),
                row.getString("INDEX_NAME"),
                column,
                row.getInt("NON_UNIQUE") == 0,
                "YES".equals(row.getString("NULLABLE")),
                column != null && row.getObject("SUB_PART") == null);
    }

    /** Indexes of their parts, which come in order, the primary key's first. */
    static MariadbIndexes of(List<Part> parts) {
        MariadbIndexes indexes = new MariadbIndexes();
        parts.forEach(part -> indexes.byTable
                .computeIfAbsent(part.table(), table -> new LinkedHashMap<>())
                .computeIfAbsent(part.index(), index -> new ArrayList<>())
                .add(part));
        return indexes;
    }

    /** The columns of a table's primary key, or of the first index that does as well; empty: none. */
    List<String> key(String table) {
        return byTable.getOrDefault(table, Map.of()).values().stream()
                .filter(parts -> parts.stream().allMatch(Part::identifies))
                .findFirst()
                .map(parts -> parts.stream()
                        .map(part -> String.valueOf(part.column()))
                        .toList())
                .orElse(List.of());
    }

    /** The columns that lead an index. */
    List<String> leading(String table) {
        Set<String> columns = new LinkedHashSet<>();
        byTable.getOrDefault(table, Map.of()).values().stream()
                .map(parts -> parts.get(0))
                .filter(Part::whole)
                .forEach(part -> columns.add(String.valueOf(part.column())));
        return List.copyOf(columns);
    }
}
