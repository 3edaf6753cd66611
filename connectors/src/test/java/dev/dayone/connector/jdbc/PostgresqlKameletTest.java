package dev.dayone.connector.jdbc;

import static dev.dayone.connector.TestDatabases.onPostgres;
import static dev.dayone.connector.TestDatabases.postgresSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresqlKameletTest {
    private static final CamelContext CAMEL = TestDatabases.camel();

    @BeforeAll
    static void load() {
        onPostgres(
                "postgres",
                "CREATE DATABASE kamelet",
                "CREATE ROLE reader LOGIN PASSWORD 'r'",
                "CREATE ROLE writer LOGIN PASSWORD 'w'");
        onPostgres(
                "kamelet",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "CREATE TABLE deals (id bigint PRIMARY KEY, amount numeric(12,2), free numeric, at timestamptz)",
                "INSERT INTO deals SELECT i, i / 100.0, i, TIMESTAMPTZ '2024-01-01 00:00:00+02' FROM generate_series(1, 25) i",
                "ANALYZE deals",
                "GRANT SELECT ON deals TO reader, writer",
                "CREATE ROLE editors",
                "GRANT INSERT, DELETE ON deals TO editors",
                "GRANT editors TO writer",
                "ALTER ROLE writer NOINHERIT");
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
    }

    private static <T> T attached(Source source, Function<SourceConnection, T> ask) {
        try (SourceConnection connection = SourceConnection.attach(CAMEL, source, Path.of("."))) {
            return ask.apply(connection);
        }
    }

    @Test
    void probeOfReaderFindsNoRightToWrite() {
        Probe probe = attached(postgresSource("kamelet", "reader", "r"), SourceConnection::probe);
        assertThat(probe.product()).isEqualTo("PostgreSQL");
        assertThat(probe.account()).isEqualTo("reader");
        assertThat(probe.writeRights()).isEmpty();
        assertThat(probe.canWrite()).isFalse();
    }

    @Test
    void probeFollowsRolesThatAreNotInherited() {
        Probe probe = attached(postgresSource("kamelet", "writer", "w"), SourceConnection::probe);
        assertThat(probe.canWrite()).isTrue();
        assertThat(probe.writeRights()).containsExactly("DELETE on public.deals", "INSERT on public.deals");
    }

    @Test
    void probeOfSuperuserSaysSo() {
        Probe probe = attached(postgresSource("kamelet", "postgres", "any"), SourceConnection::probe);
        assertThat(probe.writeRights()).contains("superuser");
    }

    @Test
    void discoversColumnsKeyAndRows() {
        Map<String, DiscoveredTable> tables =
                attached(postgresSource("kamelet", "reader", "r"), SourceConnection::discover).stream()
                        .collect(Collectors.toMap(table -> table.info().name(), table -> table));
        DiscoveredTable deals = java.util.Objects.requireNonNull(tables.get("deals"));
        assertThat(deals.info().key()).containsExactly("id");
        assertThat(deals.info().approximateRows()).isEqualTo(25);
        assertThat(deals.random()).isEqualTo(DiscoveredTable.RandomAccess.TABLESAMPLE);
        assertThat(deals.info().columns().stream()
                        .map(column -> column.name() + " " + column.sourceType() + " " + column.type()))
                .containsExactly(
                        "id bigint bigint",
                        "amount numeric(12,2) decimal(12,2)",
                        "free numeric double",
                        "at timestamp with time zone timestamp");
    }
}
