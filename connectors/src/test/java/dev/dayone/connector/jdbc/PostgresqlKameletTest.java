package dev.dayone.connector.jdbc;

import static dev.dayone.connector.TestDatabases.onPostgres;
import static dev.dayone.connector.TestDatabases.postgresSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                "CREATE TYPE mood AS ENUM ('sad', 'glad', 'it''s')",
                "CREATE DOMAIN grade AS varchar(2) CHECK (VALUE IN ('A', 'B'))",
                "CREATE TABLE choices (id bigint PRIMARY KEY, mood mood NOT NULL, moods mood[], grade grade,"
                        + " status varchar(10) CHECK (status IN ('open', 'closed')),"
                        + " prio int CHECK (prio IS NULL OR prio IN (1, 2, 3)), size text CHECK (length(size) < 9),"
                        + " kind text, total int, CHECK (kind IN ('x') OR total > 0))",
                "GRANT SELECT ON choices TO reader",
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

    @Test
    void discoversWhatValuesAColumnAllows() {
        Map<String, ColumnInfo.Declared> declared = new TreeMap<>();
        attached(postgresSource("kamelet", "reader", "r"), SourceConnection::discover).stream()
                .flatMap(table -> table.info().columns().stream())
                .forEach(column -> {
                    if (column.declared() != null) {
                        declared.put(column.name(), column.declared());
                    }
                });

        assertThat(declared)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "mood", new ColumnInfo.Declared("mood", true, List.of("sad", "glad", "it's")),
                        "grade", new ColumnInfo.Declared("grade", false, List.of("A", "B")),
                        "status", new ColumnInfo.Declared("status", false, List.of("open", "closed")),
                        "prio", new ColumnInfo.Declared("prio", false, List.of("1", "2", "3"))));
    }
}
