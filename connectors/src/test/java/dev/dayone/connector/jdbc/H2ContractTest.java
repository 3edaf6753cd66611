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

final class H2ContractTest extends DatabaseContract {
    private static final Path FILE = Path.of("target/contract/contract.mv.db");

    H2ContractTest() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.deleteIfExists(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void run(List<String> statements) {
        // Names as the contract writes them, which H2 would make capitals.
        String url = "jdbc:h2:file:./target/contract/contract;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "boss", "b");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Source source(String username, String password) {
        Parameters parameters = new Parameters(
                Map.of("path", FILE.toString(), "schema", "public", "username", username, "password", password));
        return new Source("shop", "h2", parameters, Limits.DEFAULT, Map.of(), false);
    }

    @Override
    Source reader() {
        return source("reader", "r");
    }

    @Override
    Source writer() {
        return source("boss", "b");
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
    void grant() {
        run(List.of("CREATE USER \"reader\" PASSWORD 'r'", "GRANT SELECT ON SCHEMA public TO \"reader\""));
    }
}
