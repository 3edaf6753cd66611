package dev.dayone.connector.jdbc;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

final class SqliteContractTest extends DatabaseContract {
    private static final Path FILE = Path.of("target/contract/contract.db");

    SqliteContractTest() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void run(List<String> statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + FILE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                // SQLite's times are texts.
                statement.execute(sql.replace("TIMESTAMP '", "'"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Source reader() {
        Parameters parameters = new Parameters(Map.of("path", FILE.toString()));
        return new Source("shop", "sqlite", parameters, Limits.DEFAULT, Map.of(), false);
    }

    @Override
    Source writer() {
        return reader();
    }

    @Override
    boolean hasAccounts() {
        return false;
    }

    @Override
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    void grant() {}
}
