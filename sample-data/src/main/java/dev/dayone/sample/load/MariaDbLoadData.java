package dev.dayone.sample.load;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** MariaDB's LOAD DATA LOCAL, its file being the stream. */
final class MariaDbLoadData implements BulkLoad {
    @Override
    public long load(Connection connection, String table, InputStream rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Strict, or values that do not fit would be bent; zero dates must pass.
            statement.execute(
                    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES', unique_checks = 0, foreign_key_checks = 0");
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            long loaded = statement.executeLargeUpdate(
                    "LOAD DATA LOCAL INFILE 'rows' INTO TABLE " + table + " CHARACTER SET utf8mb4");
            requireNoWarning(statement, table);
            return loaded;
        }
    }

    /** LOCAL turns errors into warnings: a value cut or bent would make what is planted differ from what is told. */
    private static void requireNoWarning(Statement statement, String table) throws SQLException {
        try (ResultSet warnings = statement.executeQuery("SHOW WARNINGS LIMIT 1")) {
            if (warnings.next()) {
                throw new SQLException("Loading " + table + ": " + warnings.getString("Message"));
            }
        }
    }
}
