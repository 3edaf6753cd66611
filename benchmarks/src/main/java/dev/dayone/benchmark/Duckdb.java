package dev.dayone.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The yardstick of profiles: DuckDB's SUMMARIZE of Parquet files, on two threads. */
final class Duckdb {
    private Duckdb() {}

    /** Summarises files; throws {@link IllegalStateException} unless so many columns came of it. */
    static void summarize(Connection duckdb, List<Path> files, int columns) throws SQLException {
        String names = String.join("', '", files.stream().map(Path::toString).toList());
        int described = 0;
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET threads = 2");
            try (ResultSet column = statement.executeQuery("SUMMARIZE SELECT * FROM read_parquet(['" + names + "'])")) {
                while (column.next()) {
                    described++;
                }
            }
        }
        if (described != columns) {
            throw new IllegalStateException(described + " columns summarised, expected " + columns);
        }
    }
}
