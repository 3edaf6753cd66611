package dev.dayone.readiness.history;

import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Opens a history's database, and brings its tables to the form that this version knows. */
final class HistoryDatabase {
    /** The newest migration. */
    static final int VERSION = 2;

    private static final String MIGRATIONS = "classpath:dev/dayone/readiness/history/migration";
    private static final String VERSIONS = "dayone_schema";
    private static final int IN_USE = 90020;
    private static final int TRIES = 25;
    private static final long BETWEEN_TRIES_MS = 200;
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "60";

    private HistoryDatabase() {}

    /** A connection without auto-commit. Throws {@link SourceUnavailableException} HISTORY_UNREACHABLE. */
    static Connection open(HistoryPlace place) {
        if (place.embedded() && place.told().contains(";")) {
            throw unreachable(place, "a semicolon in its path, which H2 takes for an end", null);
        }
        try {
            Connection connection = place.embedded() ? patiently(place) : postgresql(place);
            try {
                migrate(place, connection);
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failed(place, e);
        } catch (FlywayException e) {
            throw unreachable(place, "its tables cannot be brought to this version", e);
        }
    }

    private static SourceUnavailableException unreachable(HistoryPlace place, String found, @Nullable Exception cause) {
        return new SourceUnavailableException(
                ErrorCode.HISTORY_UNREACHABLE,
                "Cannot open history '" + place.told() + "': " + found
                        + ", expected a database that can be written to. Check address, login and rights;"
                        + " runs made until then are taken in from the workspace.",
                cause);
    }

    static SourceUnavailableException failed(HistoryPlace place, SQLException cause) {
        return unreachable(place, "the database answers '" + firstLine(cause) + "'", cause);
    }

    private static String firstLine(SQLException failure) {
        String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** One process at a time has the file open, and none for long. */
    private static Connection patiently(HistoryPlace place) throws SQLException {
        for (int left = TRIES; ; left--) {
            try {
                return embedded(place);
            } catch (SQLException e) {
                if (e.getErrorCode() != IN_USE || left == 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    // Not by DriverManager, which would load every driver on the class path.
    private static Connection embedded(HistoryPlace place) throws SQLException {
        return connected(new org.h2.Driver().connect(place.url(), login(place)));
    }

    private static Connection postgresql(HistoryPlace place) throws SQLException {
        Properties properties = login(place);
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("ApplicationName", "dayone");
        return connected(new org.postgresql.Driver().connect(place.url(), properties));
    }

    private static Connection connected(@Nullable Connection connection) throws SQLException {
        if (connection == null) {
            throw new SQLException("the address is not one of this database");
        }
        return connection;
    }

    private static Properties login(HistoryPlace place) {
        Properties properties = new Properties();
        if (!place.username().isEmpty()) {
            properties.setProperty("user", place.username());
        }
        properties.setProperty("password", place.password());
        return properties;
    }

    /** Flyway takes longer to start than all else here: it is asked only where there is something to do. */
    private static void migrate(HistoryPlace place, Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new SQLException("a newer dayone made its tables");
        }
        if (version < VERSION) {
            flyway(place, String.valueOf(VERSION));
        }
    }

    static void flyway(HistoryPlace place, String target) {
        Flyway.configure(HistoryDatabase.class.getClassLoader())
                .dataSource(place.url(), place.username(), place.password())
                .locations(MIGRATIONS)
                .table(VERSIONS)
                .target(target)
                // A team's database may hold other tables.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static int version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, VERSIONS, null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet newest = statement.executeQuery(
                        "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + VERSIONS + "\" WHERE \"success\"")) {
            return newest.next() ? newest.getInt(1) : 0;
        }
    }
}
