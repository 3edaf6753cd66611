package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.GuardedConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs a catalogue query and collects what it answers. */
final class Rows {
    private Rows() {}

    /** Turns one row into a value. */
    interface Mapping<T> {
        T map(ResultSet row) throws SQLException;
    }

    static <T> List<T> of(Connection connection, String sql, List<?> values, Mapping<T> mapping) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(mapping.map(found));
                }
            }
            if (connection instanceof GuardedConnection guarded) {
                guarded.log().returned(sql, rows.size(), 0, 0);
            }
            return rows;
        }
    }
}
