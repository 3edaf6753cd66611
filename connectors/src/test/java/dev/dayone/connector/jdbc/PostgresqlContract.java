package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the connector does on every version of PostgreSQL. */
abstract class PostgresqlContract extends DatabaseContract {
    private final PostgresServer server;

    PostgresqlContract(String version) {
        server = new PostgresServer(version);
        server.run("postgres", "CREATE DATABASE shop", "CREATE ROLE reader LOGIN", "CREATE ROLE writer LOGIN");
        server.run(
                "shop",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "CREATE SCHEMA \"Other.Schema\"",
                "ALTER ROLE writer IN DATABASE shop SET timezone TO 'Asia/Tokyo'");
    }

    @Override
    void run(List<String> statements) {
        server.run("shop", statements.toArray(String[]::new));
    }

    @Override
    Source reader() {
        return server.source("shop", "reader", "schema", "public, Other.Schema");
    }

    @Override
    Source writer() {
        return server.source("shop", "writer");
    }

    @Override
    String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    void grant() {
        run(List.of(
                "GRANT USAGE ON SCHEMA \"Other.Schema\" TO reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public, \"Other.Schema\" TO reader",
                "GRANT ALL ON ALL TABLES IN SCHEMA public TO writer",
                "ANALYZE"));
    }

    @Override
    void stop() {
        server.close();
    }

    @Override
    void more() {
        run(List.of(
                "CREATE TYPE mood AS ENUM ('sad', 'glad')",
                "CREATE DOMAIN postcode AS varchar(8)",
                """
                CREATE TABLE types (id uuid PRIMARY KEY, exact numeric(12,2), free numeric, whole bigint, ratio real,
                  yes boolean, flag bit, flags bit(4), doc json, docb jsonb, list integer[], kind mood, code postcode,
                  raw bytea, at timestamptz, local timestamp, day date, took interval, clock time, money money,
                  address inet, mark xml, fixed char(5), born "char")""",
                """
                INSERT INTO types VALUES ('0a0b0c0d-0000-4000-8000-000000000001', 12.50, 1.234567890123456789, -7, 0.5,
                  true, B'1', B'0101', '{"a": 1}', '{"a": 1}', '{1,2,NULL}', 'glad', 'W1 1AA', '\\x00ff10',
                  '2024-03-01 00:00:00+02', 'infinity', '0044-03-15 BC', '1 mon -2 days 03:00:00', '12:30:00', 1234.5,
                  '10.0.0.1', '<a/>', 'ab', 'c')""",
                "INSERT INTO types (id) VALUES ('0a0b0c0d-0000-4000-8000-000000000002')",
                "CREATE TABLE \"Other.Schema\".\"T.1\" (id integer PRIMARY KEY, note text)",
                "INSERT INTO \"Other.Schema\".\"T.1\" VALUES (1, 'there')",
                "CREATE TABLE parts (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day)",
                "CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2024-07-01')",
                "CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM ('2024-07-01') TO ('2025-01-01')",
                "INSERT INTO parts SELECT i, date '2024-01-01' + i FROM generate_series(0, 299) i",
                "CREATE MATERIALIZED VIEW kept AS SELECT id FROM people",
                "CREATE TABLE " + wide() + "",
                "INSERT INTO wide (id) VALUES (1)",
                "CREATE TABLE long (id integer PRIMARY KEY, body text, capped varchar(2000000))",
                "INSERT INTO long SELECT i, repeat('x', 100000000), 'y' FROM generate_series(1, 1) i",
                "INSERT INTO long SELECT i, repeat(md5(CAST(i AS text)), 31250), repeat('z', 1500000)"
                        + " FROM generate_series(2, 30) i"));
    }

    private static String wide() {
        return "wide (id integer PRIMARY KEY, "
                + IntStream.range(1, 1_600).mapToObj(i -> "c" + i + " integer").collect(Collectors.joining(", ")) + ")";
    }

    private Map<String, @Nullable Object> type(String last) {
        return source().row(
                        "types",
                        Map.of(
                                "method",
                                "keys",
                                "column",
                                "id",
                                "limit",
                                5L,
                                "values",
                                List.of("0a0b0c0d-0000-4000-8000-00000000000" + last, "no uuid")));
    }

    @Test
    void readsEveryTypeAsPlainValues() {
        Map<String, @Nullable Object> row = type("1");
        assertThat(row.get("exact")).isEqualTo(new BigDecimal("12.50"));
        assertThat(String.valueOf(row.get("free"))).startsWith("1.23456789012345");
        assertThat(row)
                .containsEntry("whole", -7L)
                .containsEntry("yes", true)
                .containsEntry("flag", "1")
                .containsEntry("flags", "0101")
                .containsEntry("doc", "{\"a\": 1}")
                .containsEntry("docb", "{\"a\": 1}")
                .containsEntry("list", "{1,2,NULL}")
                .containsEntry("kind", "glad")
                .containsEntry("code", "W1 1AA")
                .containsEntry("raw", 3L)
                .containsEntry("at", "2024-02-29 22:00:00+00")
                .containsEntry("local", "infinity")
                .containsEntry("day", "0044-03-15 BC")
                .containsEntry("took", "1 mon -2 days +03:00:00")
                .containsEntry("clock", "12:30:00")
                .containsEntry("money", "$1,234.50")
                .containsEntry("address", "10.0.0.1/32")
                .containsEntry("mark", "<a/>")
                .containsEntry("fixed", "ab   ")
                .containsEntry("born", "c");
        assertThat(type("2").entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("id"))
                        .map(Map.Entry::getValue))
                .hasSize(23)
                .containsOnlyNulls();
    }

    @Test
    void looksUpKeysOfEveryType() {
        Map<String, Object> known = Map.of(
                "kind",
                "glad",
                "doc",
                "{\"a\": 1}",
                "at",
                "2024-02-29 22:00:00+00",
                "exact",
                12.5,
                "yes",
                "true",
                "list",
                "{1,2,NULL}",
                "address",
                "10.0.0.1/32",
                "fixed",
                "ab",
                "code",
                "W1 1AA",
                "took",
                "1 mon -2 days +03:00:00");
        known.forEach((column, value) -> assertThat(source().page(
                                "types",
                                Map.of(
                                        "method",
                                        "keys",
                                        "column",
                                        column,
                                        "limit",
                                        5L,
                                        "values",
                                        Arrays.asList(value, "not of this type", "", null, "\u0000", -1L)),
                                null)
                        .rows())
                .as(column)
                .hasSize(1));
    }

    @Test
    void countsDistinctValuesOfTypesWithoutEquality() {
        assertThat(source()
                        .row(
                                "types",
                                Map.of(
                                        "method",
                                        "aggregate",
                                        "maxRows",
                                        1_000L,
                                        "distinct",
                                        List.of(List.of("doc"), List.of("mark", "doc"), List.of("raw"))))
                        .values()
                        .stream()
                        .map(String::valueOf))
                .containsExactly("2", "1", "1", "1", "1", "1", "1");
    }

    @Test
    void readsOtherSchemasPartitionsAndMaterialisedViews() {
        assertThat(source().pages("Other.Schema.T.1", Map.of("method", "all")).get(0))
                .containsEntry("note", "there");
        assertThat(source().pages("parts", Map.of("method", "all", "limit", 70L)))
                .hasSize(300);
        assertThat(Objects.requireNonNull(source().table("parts").info().approximateRows()))
                .isEqualTo(300);
        assertThat(Objects.requireNonNull(source().table("parts").info().approximateBytes()))
                .isPositive();
        assertThat(source().tables().stream().map(table -> table.info().name())).doesNotContain("parts_1");
        assertThat(source().pages("kept", Map.of("method", "all", "limit", 2_000L)))
                .hasSize(ROWS);
    }

    @Test
    void readsSixteenHundredColumns() {
        assertThat(source().pages("wide", Map.of("method", "all")).get(0)).hasSize(1_600);
    }

    @Test
    void cutsLongTextsOnTheServerAndEndsAPageEarly() {
        List<Map<String, @Nullable Object>> first = source().page("long", Map.of("method", "all", "limit", 1L), null)
                .rows();
        assertThat(String.valueOf(first.get(0).get("body"))).hasSize(ColumnSpec.TEXT_LIMIT);
        Attached.Page page = source().page("long", Map.of("method", "all", "limit", 1_000L), List.of(1));
        assertThat(page.rows()).hasSizeBetween(2, 20);
        assertThat(page.next()).isNotNull();
        assertThat(String.valueOf(page.rows().get(0).get("body"))).hasSize(1_000_000);
        assertThat(String.valueOf(page.rows().get(0).get("capped"))).hasSize(ColumnSpec.TEXT_LIMIT);
        assertThat(column(source().pages("long", Map.of("method", "all", "limit", 1_000L)), "id"))
                .isEqualTo(numbers(1, 31));
    }

    @Test
    void probeTellsTheServersOwnTimeZone() {
        assertThat(source().probe().timeZone()).isEqualTo("Europe/Madrid");
        try (Attached writer = new Attached(writer())) {
            assertThat(writer.probe().timeZone()).isEqualTo("Asia/Tokyo");
        }
    }

    @Test
    void writeIsRefusedForTheSessionIsReadOnly() {
        try (Attached writer = new Attached(writer())) {
            Probe.WriteAttempt attempt = Objects.requireNonNull(writer.probe().writeAttempt());
            assertThat(attempt.answer()).isEqualTo("read-only transaction (SQL state 25006)");
        }
    }

    @Test
    void noTransactionStaysOpenBetweenPages() {
        try (Attached reading = new Attached(reader())) {
            reading.probe();
            reading.page("people", Map.of("method", "all", "limit", 10L), null);
            reading.page("loose", Map.of("method", "all", "limit", 10L), null);
            String sessions = "SELECT string_agg(DISTINCT state, ',') FROM pg_stat_activity"
                    + " WHERE application_name = 'dayone'";
            assertThat(server.value("shop", sessions)).isEqualTo("idle");
            assertThat(reading.receipt().longestTransactionMillis()).isLessThan(60_000);
        }
    }

    /** Values stand in a copying statement as literals: whatever a key holds must stay a value. */
    @Test
    void keysThatLookLikeSqlPageLikeOthers() {
        List<String> keys =
                List.of("'; DROP TABLE people; --", "\\", "\\'", "a\tb\nc", "?", "\"?\"", "$1", "ä表😀", "''");
        List<String> statements = new ArrayList<>(List.of("CREATE TABLE risky (k text COLLATE \"C\" PRIMARY KEY)"));
        keys.forEach(key -> statements.add("INSERT INTO risky VALUES ('" + key.replace("'", "''") + "')"));
        statements.add("GRANT SELECT ON risky TO PUBLIC");
        run(statements);
        try (Attached fresh = new Attached(reader())) {
            assertThat(fresh.pages("risky", Map.of("method", "all", "limit", 1L)).stream()
                            .map(row -> String.valueOf(row.get("k"))))
                    .containsExactlyInAnyOrderElementsOf(keys);
            for (String key : keys) {
                assertThat(fresh.row(
                                "risky", Map.of("method", "keys", "column", "k", "values", List.of(key), "limit", 9L)))
                        .containsEntry("k", key);
            }
            assertThat(fresh.pages("people", Map.of("method", "all"))).hasSize(ROWS);
            assertThat(fresh.receipt().toString()).doesNotContain("DROP").contains("COPY (SELECT");
        }
    }
}
