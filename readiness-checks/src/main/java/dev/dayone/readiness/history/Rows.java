package dev.dayone.readiness.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends statements with their values, and reads answers. */
final class Rows {
    private Rows() {}

    /** Inserts many rows into a table; values stand in the order of its columns. */
    static void insert(Connection connection, String table, List<List<@Nullable Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = "?, ".repeat(rows.get(0).size());
        String sql = "INSERT INTO " + table + " VALUES (" + marks.substring(0, marks.length() - 2) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<@Nullable Object> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static <T> List<T> select(Connection connection, String sql, List<?> values, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet answer = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (answer.next()) {
                    rows.add(reader.read(answer));
                }
                return rows;
            }
        }
    }

    static Instant time(ResultSet answer, String column) throws SQLException {
        return answer.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Double number(ResultSet answer, String column) throws SQLException {
        double value = answer.getDouble(column);
        return answer.wasNull() ? null : Double.valueOf(value);
    }

    static @Nullable Long count(ResultSet answer, String column) throws SQLException {
        long value = answer.getLong(column);
        return answer.wasNull() ? null : Long.valueOf(value);
    }

    private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        int position = 1;
        for (Object value : values) {
            if (value == null) {
                statement.setNull(position, Types.NULL);
            } else if (value instanceof Instant time) {
                statement.setObject(position, time.atOffset(ZoneOffset.UTC));
            } else if (value instanceof String text) {
                statement.setString(position, storable(text));
            } else {
                statement.setObject(position, value);
            }
            position++;
        }
    }

    /** PostgreSQL keeps no NUL and no half of a character. */
    private static String storable(String text) {
        return text.replace('\0', ' ').replaceAll("[\\x{D800}-\\x{DFFF}]", "?");
    }

    /** Makes something of the row that an answer stands at. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet answer) throws SQLException;
    }
}
