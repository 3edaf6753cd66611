package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlHistoryTest extends HistoryContract {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    HistoryPlace place() {
        String database = "history" + databases++;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return place(database, "postgres");
    }

    private HistoryPlace place(String database, String username) {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
        return HistoryPlace.of(Map.of("url", url, "username", username, "password", "s3cret"), workspace());
    }

    @Test
    void standsBesideOtherTables() throws SQLException {
        HistoryPlace place = place();
        try (Connection connection = server.getDatabase("postgres", "history" + (databases - 1))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE of_the_team (id INT)");
        }
        remember(place, Reports.on("triage", 0).done());
        assertThat(remember(place, Reports.on("triage", 1).done()).since()).isNotNull();
    }

    @Test
    void saysSoWhenItCannotBeReachedAndTellsNoPassword() {
        HistoryPlace nowhere = HistoryPlace.of(
                Map.of("url", "jdbc:postgresql://127.0.0.1:1/x", "username", "me", "password", "s3cret"), workspace());
        assertThat(nowhere.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> RunHistory.open(nowhere))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageStartingWith("Cannot open history 'jdbc:postgresql://127.0.0.1:1/x'")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> RunHistory.open(place("not_there", "postgres")))
                .hasMessageContaining("not_there");
    }

    @Test
    void takesNoAddressThatNamesClassesToLoad() {
        for (String url : new String[] {
            "jdbc:postgresql://h/d?socketFactory=org.example.Evil&socketFactoryArg=x",
            "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://h/x.sql'",
            "jdbc:postgresql://h/d?sslmode=require&sslfactory=x"
        }) {
            assertThatThrownBy(() -> HistoryPlace.of(Map.of("url", url), workspace()))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageStartingWith("Cannot use parameter 'url' in 'history'")
                    .hasMessageNotContaining("Evil");
        }
    }
}
