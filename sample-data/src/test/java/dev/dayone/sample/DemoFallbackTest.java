package dev.dayone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.sample.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without MariaDB, which also makes these tests quick. */
class DemoFallbackTest {
    private static final DemoScale SMALL = new DemoScale(0.001, 42);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final ServerStarts NO_MARIADB =
            new ServerStarts(ServerStarts.real().postgres(), folder -> {
                throw new ServerFailedException("MariaDB did not start: libaio.so.1 is missing");
            });

    @TempDir
    private Path folder;

    private final List<String> steps = new CopyOnWriteArrayList<>();

    private DemoCompany open(LocalDate today) {
        steps.clear();
        return DemoCompany.open(folder, SMALL, today, steps::add, NO_MARIADB);
    }

    private static long zeroDates(DemoServer helpdesk) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        helpdesk.jdbcUrl(),
                        helpdesk.reader().user(),
                        helpdesk.reader().password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM tickets WHERE due_at = '1970-01-01'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void withoutMariaDbTheHelpdeskRunsOnPostgresAndKeptDataLivesAWeek() throws SQLException, IOException {
        try (DemoCompany company = open(TODAY)) {
            assertThat(company.fallback()).isTrue();
            assertThat(steps).anyMatch(line -> line.contains("libaio.so.1 is missing"));
            assertThat(company.servers()).extracting(DemoServer::product).containsOnly("PostgreSQL");
            assertThat(company.servers()).extracting(DemoServer::database).containsExactly("crm", "helpdesk");
            assertThat(zeroDates(company.servers().get(1))).isPositive();
            for (DemoServer server : company.servers()) {
                DriverManager.getConnection(
                                server.jdbcUrl(),
                                server.reader().user(),
                                server.reader().password())
                        .close();
            }
            assertThat(Files.readString(company.pilotFile())).doesNotContain("mariadb");
        }
        try (DemoCompany company = open(TODAY.plusDays(6))) {
            assertThat(company.fallback()).isTrue();
            assertThat(steps).anyMatch(line -> line.contains("kept from 2026-03-01"));
        }
        try (DemoCompany company = open(TODAY.plusDays(7))) {
            assertThat(company.fallback()).isTrue();
            assertThat(steps).noneMatch(line -> line.contains("kept")).anyMatch(line -> line.startsWith("Loaded"));
        }
    }

    @Test
    void halfLoadedDataIsMadeAnew() throws IOException {
        Path marker;
        try (DemoCompany company = open(TODAY)) {
            marker = folder.resolve("servers/v1-seed42-scale0.001/loaded.json");
            assertThat(marker).exists();
            assertThat(Json.MAPPER
                            .readTree(company.plantedDefects().toFile())
                            .path("rows")
                            .size())
                    .isEqualTo(11);
        }
        Files.delete(marker);
        try (DemoCompany company = open(TODAY)) {
            assertThat(company.servers()).hasSize(2);
            assertThat(steps).anyMatch(line -> line.startsWith("Loaded crm.contacts"));
            assertThat(marker).exists();
        }
    }

    @Test
    void keptDataThatIsDamagedIsMadeAnew() throws IOException {
        open(TODAY).close();
        Files.delete(folder.resolve("servers/v1-seed42-scale0.001/postgresql/data/PG_VERSION"));

        try (DemoCompany company = open(TODAY)) {
            assertThat(company.servers()).hasSize(2);
            assertThat(steps).anyMatch(line -> line.contains("made anew")).anyMatch(line -> line.startsWith("Loaded"));
        }
    }

    @Test
    void withoutAnyServerTheMessageSaysWhyInOneSentence() {
        ServerStarts none = new ServerStarts(
                demo -> {
                    throw new ServerFailedException("PostgreSQL did not start: no such program");
                },
                demo -> {
                    throw new ServerFailedException("MariaDB did not start: no such program");
                });

        assertThatThrownBy(() -> DemoCompany.open(folder, SMALL, TODAY, steps::add, none))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageStartingWith("Cannot start the demo in '" + folder)
                .hasMessageContaining("PostgreSQL did not start: no such program");
    }

    @Test
    void refusesAScaleThatIsNotPositive() {
        assertThatThrownBy(() -> new DemoScale(0, 1))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("scale 0.0");
    }
}
