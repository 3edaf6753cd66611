package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the connectors of MariaDB and MySQL do, tried on a MariaDB: they are one, but for their parameters. */
abstract class MariadbContract extends DatabaseContract {
    private final String connector;
    private final String database;

    MariadbContract(String connector) {
        this.connector = connector;
        this.database = "contract/" + connector;
        TestDatabases.onMariadb("CREATE DATABASE " + quoted(database) + ";" + "CREATE USER " + connector
                + "_reader IDENTIFIED BY 'r'; CREATE USER " + connector + "_writer IDENTIFIED BY 'w';"
                + "CREATE ROLE " + connector + "_role; GRANT SELECT ON " + quoted(database) + ".* TO " + connector
                + "_role; CREATE USER " + connector + "_roled IDENTIFIED BY 'r'; GRANT " + connector + "_role TO "
                + connector + "_roled; SET DEFAULT ROLE " + connector + "_role FOR " + connector + "_roled;");
    }

    @Override
    void run(List<String> statements) {
        TestDatabases.onMariadb(
                "USE " + quoted(database) + "; SET sql_mode = '';\n" + String.join(";\n", statements) + ";");
    }

    private Source source(String account, String... more) {
        return TestDatabases.source(
                connector,
                TestDatabases.mariadb().getConfiguration().getPort(),
                database,
                connector + "_" + account,
                account.equals("writer") ? "w" : "r",
                more);
    }

    @Override
    Source reader() {
        return source("reader");
    }

    @Override
    Source writer() {
        return source("writer");
    }

    @Override
    String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    void grant() {
        run(List.of(
                "GRANT SELECT ON " + quoted(database) + ".* TO " + connector + "_reader",
                "GRANT ALL ON " + quoted(database) + ".* TO " + connector + "_writer",
                "CREATE TABLE hidden (id int PRIMARY KEY, a int)",
                "CREATE USER " + connector + "_narrow IDENTIFIED BY 'r'",
                "GRANT SELECT (id) ON " + quoted(database) + ".loosely TO " + connector + "_narrow",
                "GRANT INSERT ON " + quoted(database) + ".hidden TO " + connector + "_narrow",
                "ANALYZE TABLE people, pairs, loose"));
    }

    @Override
    void more() {
        run(List.of(
                "CREATE TABLE loosely (id int PRIMARY KEY, secret int)",
                """
                CREATE TABLE types (id bigint unsigned PRIMARY KEY, flag bit(1), mask bit(12), yes boolean, exact decimal(12,2),
                  ratio double, born date, at datetime(3), stamped timestamp NULL, took time, made year, kind enum('sad','glad'),
                  tags set('a','b'), doc json, raw varbinary(40), big longblob, place point, ident uuid, fixed char(5))""",
                """
                INSERT INTO types VALUES (18446744073709551615, b'1', b'101', true, 12.5, 0.1, '2024-02-29',
                  '2024-02-29 12:00:00.125', '2024-03-01 05:00:00', '-12:30:00', 2024, 'glad', 'a,b', '{"a": 1}', 'abc',
                  repeat('x', 5000), point(1, 2), '0a0b0c0d-0000-4000-8000-000000000001', 'ab')""",
                "INSERT INTO types (id, born, at) VALUES (1, '0000-00-00', '0000-00-00 00:00:00')",
                "CREATE TABLE wide (id int PRIMARY KEY, "
                        + IntStream.range(1, 1_017)
                                .mapToObj(i -> "c" + i + " int")
                                .collect(Collectors.joining(", ")) + ")",
                "INSERT INTO wide (id) VALUES (1)",
                "CREATE TABLE lengthy (id int PRIMARY KEY, body longtext, capped varchar(10000))",
                "INSERT INTO lengthy SELECT s.seq, repeat(md5(s.seq), 31250), 'z' FROM seq_1_to_30 s",
                "INSERT INTO lengthy VALUES (0, repeat('x', 15000000), 'y')",
                "CREATE TABLE cased (k varchar(10) PRIMARY KEY, v varchar(10)) COLLATE utf8mb4_general_ci",
                "INSERT INTO cased VALUES ('a', 'x'), ('b', 'X'), ('c', 'x ')"));
    }

    @Test
    void readsEveryTypeAsPlainValues() {
        Map<String, @Nullable Object> row = source().row(
                        "types",
                        Map.of(
                                "method",
                                "keys",
                                "column",
                                "id",
                                "values",
                                List.of("18446744073709551615"),
                                "limit",
                                2L));
        Map<String, String> texts = row.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        assertThat(texts)
                .containsEntry("id", "18446744073709551615")
                .containsEntry("flag", "1")
                .containsEntry("mask", "5")
                .containsEntry("yes", "1")
                .containsEntry("exact", "12.50")
                .containsEntry("ratio", "0.1")
                .containsEntry("born", "2024-02-29")
                .containsEntry("at", "2024-02-29 12:00:00.125")
                .containsEntry("took", "-12:30:00")
                .containsEntry("made", "2024")
                .containsEntry("kind", "glad")
                .containsEntry("tags", "a,b")
                .containsEntry("doc", "{\"a\": 1}")
                .containsEntry("raw", "3")
                .containsEntry("big", "5000")
                .containsEntry("place", "POINT(1 2)")
                .containsEntry("ident", "0a0b0c0d-0000-4000-8000-000000000001")
                .containsEntry("fixed", "ab");
        Map<String, @Nullable Object> empty =
                source().row("types", Map.of("method", "keys", "column", "id", "values", List.of(1L), "limit", 2L));
        assertThat(empty).containsEntry("born", "0000-00-00").containsEntry("at", "0000-00-00 00:00:00.000");
        assertThat(empty.values().stream().filter(Objects::isNull)).hasSize(16);
    }

    @Test
    void looksUpKeysOfEveryType() {
        Map<String, Object> known = Map.ofEntries(
                Map.entry("kind", "glad"),
                Map.entry("doc", "{\"a\": 1}"),
                Map.entry("at", "2024-02-29 12:00:00.125"),
                Map.entry("exact", 12.5),
                Map.entry("took", "-12:30:00"),
                Map.entry("flag", true),
                Map.entry("mask", 5L),
                Map.entry("made", 2024L),
                Map.entry("born", "2024-02-29"),
                Map.entry("ident", "0a0b0c0d-0000-4000-8000-000000000001"),
                Map.entry("fixed", "ab"));
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
    void distinctCountsTellCaseAndSpacesApart() {
        assertThat(source().row(
                                "cased",
                                Map.of("method", "aggregate", "maxRows", 1_000L, "distinct", List.of(List.of("v"))))
                        .get("distinct_0"))
                .hasToString("3");
    }

    @Test
    void readsAsManyColumnsAsATableMayHave() {
        assertThat(source().pages("wide", Map.of("method", "all")).get(0)).hasSize(1_017);
    }

    @Test
    void cutsLongTextsOnTheServerAndEndsAPageEarly() {
        Attached.Page page = source().page("lengthy", Map.of("method", "all", "limit", 1_000L), null);
        assertThat(String.valueOf(page.rows().get(0).get("body"))).hasSize(ColumnSpec.TEXT_LIMIT);
        assertThat(page.rows()).hasSizeBetween(2, 26);
        assertThat(page.next()).isNotNull();
        assertThat(column(source().pages("lengthy", Map.of("method", "all", "limit", 1_000L)), "id"))
                .isEqualTo(numbers(0, 31));
    }

    @Test
    void readsOnThroughARoleThatIsActiveByDefault() {
        try (Attached roled = new Attached(source("roled"))) {
            Probe probe = roled.probe();
            assertThat(probe.canWrite()).isFalse();
            assertThat(roled.pages("people", Map.of("method", "all", "limit", 2_000L)))
                    .hasSize(ROWS);
        }
    }

    @Test
    void tellsTablesAndColumnsThatTheAccountMayNotRead() {
        try (Attached narrow = new Attached(source("narrow"))) {
            DiscoveredTable loosely = narrow.table("loosely");
            assertThat(loosely.readable()).isTrue();
            assertThat(loosely.info().columns()).singleElement().hasFieldOrPropertyWithValue("name", "id");
            assertThat(narrow.table("hidden").readable()).isFalse();
            assertThat(narrow.pages("loosely", Map.of("method", "all"))).isEmpty();
        }
    }

    @Test
    void encryptsTheLineIfTheServerOffersIt() {
        assertThat(source().probe().tls()).startsWith("TLS");
        try (Attached plain = new Attached(source("reader", "tls", "disable"))) {
            assertThat(plain.probe().tls()).isEqualTo("none");
        }
    }

    @Test
    void writeIsRefusedForTheSessionIsReadOnly() {
        try (Attached writer = new Attached(writer())) {
            Probe.WriteAttempt attempt = Objects.requireNonNull(writer.probe().writeAttempt());
            assertThat(attempt.answer()).isEqualTo("read-only transaction (SQL state 25006)");
        }
    }
}
