package dev.dayone.connector.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.snapshot.Probe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attempt by itself, as the superuser and without the session's read-only setting: nothing else holds it back. */
final class WriteAttemptsTest {
    private final StatementLog log = new StatementLog();
    private final WriteAttempts attempts = new WriteAttempts('"', log);

    @BeforeAll
    static void load() {
        TestDatabases.onPostgres(
                "postgres",
                "CREATE TABLE attempted (id int)",
                "INSERT INTO attempted SELECT generate_series(1, 100)",
                "CREATE TABLE noted (id int)",
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO noted VALUES (1); RETURN NULL; END'",
                "CREATE TRIGGER noting AFTER DELETE ON attempted FOR EACH STATEMENT EXECUTE FUNCTION note()");
    }

    private static Connection writable() throws SQLException {
        Connection connection = TestDatabases.postgres().getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int count(String table) throws SQLException {
        try (Connection connection = writable();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void removesNothingWhereTheServerLetsItRun() throws SQLException {
        try (Connection connection = writable()) {
            Probe.WriteAttempt attempt =
                    Objects.requireNonNull(attempts.on(connection, "\"public\".\"attempted\"", failure -> null));
            assertThat(attempt)
                    .isEqualTo(new Probe.WriteAttempt(
                            "DELETE FROM \"public\".\"attempted\" WHERE 1 = 0",
                            false,
                            "the server ran it, and it was rolled back"));
            connection.commit();
        }
        assertThat(count("attempted")).isEqualTo(100);
        // What the table's own trigger did is rolled back as well.
        assertThat(count("noted")).isZero();
        assertThat(log.receipt().statements()).singleElement().satisfies(statement -> assertThat(statement.shape())
                .isEqualTo("DELETE FROM \"public\".\"attempted\" WHERE 1 = 0"));
    }

    @Test
    void saysWhyTheServerRefused() throws SQLException {
        try (Connection connection = writable()) {
            connection.setReadOnly(true);
            Probe.WriteAttempt attempt = Objects.requireNonNull(
                    attempts.on(connection, "\"attempted\"", failure -> "read-only transaction"));
            assertThat(attempt.refused()).isTrue();
            assertThat(attempt.answer()).isEqualTo("read-only transaction (SQL state 25006)");
        }
    }

    @Test
    void anotherFailureProvesNothing() throws SQLException {
        try (Connection connection = writable()) {
            assertThat(attempts.on(connection, "\"no such table\"", failure -> null))
                    .isNull();
        }
    }

    @Test
    void isNotMadeOutsideOfATransaction() throws SQLException {
        try (Connection connection = writable()) {
            connection.setAutoCommit(true);
            assertThatThrownBy(() -> attempts.on(connection, "\"attempted\"", failure -> null))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attempted",
                "\"a\" WHERE 1 = 1 --",
                "\"a\"; DROP TABLE b",
                "\"a\".b",
                "\"a\"\"",
                "",
                "\"\"",
                "\"a\" b"
            })
    void takesAQuotedNameAndNothingElse(String table) throws SQLException {
        try (Connection connection = writable()) {
            assertThatThrownBy(() -> attempts.on(connection, table, failure -> null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
