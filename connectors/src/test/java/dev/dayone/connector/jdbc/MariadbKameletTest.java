package dev.dayone.connector.jdbc;

import static dev.dayone.connector.TestDatabases.mariadbSource;
import static dev.dayone.connector.TestDatabases.onMariadb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MariadbKameletTest {
    private static final CamelContext CAMEL = TestDatabases.camel();

    @BeforeAll
    static void load() {
        onMariadb("""
                CREATE DATABASE `help desk`;
                USE `help desk`;
                SET sql_mode = '';
                CREATE TABLE types (id bigint unsigned PRIMARY KEY, flag bit(1), mask bit(4), small tinyint(1), price decimal(10,2),
                  ratio float, born date, at datetime(6), stamped timestamp NULL, took time, made year, kind enum('a','b'), doc json,
                  raw blob, big decimal(60,10), `odd ``name ü` text, `select` varchar(20));
                SET time_zone = '+05:00';
                INSERT INTO types VALUES (18446744073709551615, b'1', b'101', 7, 12.5, 0.1, '2024-02-29', '2024-02-29 12:00:00.123456',
                  '2024-03-01 05:00:00', '-12:30:00', 2024, 'b', '{"a":1}', 'abc', 1.5, 'tübë', 'x');
                INSERT INTO types (id, born, at) VALUES (1, '0000-00-00', '0000-00-00 00:00:00');
                CREATE TABLE pairs (a int, b varchar(20), raw binary(2), PRIMARY KEY (a, b, raw));
                INSERT INTO pairs SELECT s.seq DIV 100, concat('k', s.seq MOD 100), unhex(hex(s.seq MOD 7 + 4096)) FROM seq_0_to_999 s;
                CREATE TABLE loose (v int NULL UNIQUE);
                CREATE TABLE choices (id int PRIMARY KEY, mood enum('sad','it''s') NOT NULL, tags set('x','y'),
                  status varchar(10) CHECK (status IN ('open', 'closed')), prio int, size int CHECK (size < 9),
                  CONSTRAINT known CHECK (prio IN (1, 2, 3) OR prio IS NULL));
                CREATE TABLE others (id int PRIMARY KEY, prio int, CONSTRAINT known CHECK (prio > 0));
                CREATE VIEW seen AS SELECT id FROM types;
                CREATE USER reader IDENTIFIED BY 'r';
                GRANT SELECT ON `help desk`.* TO reader;
                CREATE USER writer IDENTIFIED BY 'w';
                GRANT SELECT ON `help desk`.* TO writer;
                CREATE ROLE editors;
                GRANT INSERT, DELETE ON `help desk`.loose TO editors;
                GRANT editors TO writer;
                CREATE USER boss IDENTIFIED BY 'b';
                GRANT ALL ON *.* TO boss;
                """);
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

    private static Source reader() {
        return mariadbSource("help desk", "reader", "r");
    }

    @Test
    void probeTellsReaderFromWriter() {
        Probe reader = attached(reader(), SourceConnection::probe);
        assertThat(reader.product()).isEqualTo("MariaDB");
        assertThat(reader.writeRights()).isEmpty();
        Probe boss = attached(mariadbSource("help desk", "boss", "b"), SourceConnection::probe);
        assertThat(boss.writeRights()).containsExactly("ALL PRIVILEGES on *.*");
    }

    @Test
    void probeFollowsRoles() {
        Probe writer = attached(mariadbSource("help desk", "writer", "w"), SourceConnection::probe);
        assertThat(writer.writeRights()).containsExactly("INSERT on help desk.loose", "DELETE on help desk.loose");
    }

    @Test
    void discoversTypesAndKeys() {
        Map<String, DiscoveredTable> tables = new LinkedHashMap<>();
        attached(reader(), SourceConnection::discover)
                .forEach(table -> tables.put(table.info().name(), table));
        assertThat(tables.keySet()).containsExactly("choices", "loose", "others", "pairs", "seen", "types");
        DiscoveredTable types = Objects.requireNonNull(tables.get("types"));
        assertThat(types.info().columns().stream().map(MariadbKameletTest::described))
                .containsExactly(
                        "id decimal(20,0)",
                        "flag boolean",
                        "mask decimal(20,0)",
                        "small bigint",
                        "price decimal(10,2)",
                        "ratio double",
                        "born date",
                        "at timestamp",
                        "stamped timestamp",
                        "took string",
                        "made bigint",
                        "kind string",
                        "doc string",
                        "raw bigint",
                        "big double",
                        "odd `name ü string",
                        "select string");
        assertThat(Objects.requireNonNull(tables.get("pairs")).info().key()).containsExactly("a", "b", "raw");
        assertThat(Objects.requireNonNull(tables.get("loose")).info().key()).isEmpty();
        assertThat(Objects.requireNonNull(tables.get("seen")).info().kind()).isEqualTo("view");
    }

    @Test
    void discoversWhatValuesAColumnAllows() {
        Map<String, ColumnInfo.Declared> declared = new TreeMap<>();
        attached(reader(), SourceConnection::discover)
                .forEach(table -> table.info().columns().forEach(column -> {
                    if (column.declared() != null) {
                        declared.put(table.info().name() + "." + column.name(), column.declared());
                    }
                }));

        assertThat(declared)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "types.kind", new ColumnInfo.Declared("kind", false, List.of("a", "b")),
                        "choices.mood", new ColumnInfo.Declared("mood", true, List.of("sad", "it's")),
                        "choices.tags", new ColumnInfo.Declared("tags", false, List.of("x", "y")),
                        "choices.status", new ColumnInfo.Declared("status", false, List.of("open", "closed")),
                        "choices.prio", new ColumnInfo.Declared("prio", false, List.of("1", "2", "3"))));
    }

    private static String described(ColumnInfo column) {
        return column.name() + " " + column.type();
    }

    @Test
    void readsEveryTypeAsPlainValues() {
        List<Map<String, @Nullable Object>> rows = pages("types", Map.of("method", "all", "limit", 10L));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("born", "0000-00-00").containsEntry("at", "0000-00-00 00:00:00.000000");
        Map<String, @Nullable Object> row = rows.get(1);
        assertThat(String.valueOf(row.get("id"))).isEqualTo("18446744073709551615");
        assertThat(String.valueOf(row.get("flag"))).isEqualTo("1");
        assertThat(String.valueOf(row.get("small"))).isEqualTo("7");
        assertThat(row.get("at")).isEqualTo("2024-02-29 12:00:00.123456");
        assertThat(row.get("stamped")).isEqualTo("2024-03-01 00:00:00");
        assertThat(row.get("took")).isEqualTo("-12:30:00");
        assertThat(String.valueOf(row.get("raw"))).isEqualTo("3");
        assertThat(row.get("odd `name ü")).isEqualTo("tübë");
    }

    @Test
    void pagesByCompositeKeyWithoutLossOrRepetition() {
        List<Map<String, @Nullable Object>> rows = pages("pairs", Map.of("method", "all", "limit", 70L));
        assertThat(rows).hasSize(1000).doesNotHaveDuplicates();
        assertThat(rows.get(0)).containsOnlyKeys("a", "b", "raw");
        assertThat(pages("pairs", Map.of("method", "latest", "limit", 90L)))
                .hasSize(1000)
                .doesNotHaveDuplicates();
    }

    private static List<Map<String, @Nullable Object>> pages(String table, Map<String, Object> selection) {
        return attached(reader(), connection -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            Object[] cursor = {null};
            do {
                Exchange answer = CAMEL.createProducerTemplate().request(connection.uri(), exchange -> {
                    exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
                    exchange.getMessage().setHeader(Headers.TABLE, table);
                    exchange.getMessage().setHeader(Headers.SELECTION, selection);
                    exchange.getMessage().setHeader(Headers.CURSOR, cursor[0]);
                });
                assertThat(answer.getException()).isNull();
                try (Page page = (Page) answer.getMessage().getBody()) {
                    page.forEachRemaining(row -> rows.add(new LinkedHashMap<>(row)));
                    cursor[0] = page.nextCursor();
                }
            } while (cursor[0] != null);
            return rows;
        });
    }

    @Test
    void failuresSayWhatToChange() {
        assertThatThrownBy(() -> attached(mariadbSource("help desk", "reader", "wrong"), SourceConnection::probe))
                .hasMessageMatching(
                        "Cannot log in to 'shop' as 'reader': the server at localhost:\\d+ refused the account"
                                + " or its password, expected an account that may connect\\. Check the parameters 'username' and"
                                + " 'password'\\.");
        assertThatThrownBy(() -> attached(mariadbSource("helpdesc", "boss", "b"), SourceConnection::probe))
                .hasMessageMatching(
                        "Cannot open database 'helpdesc' in 'shop': the server at localhost:\\d+ has none of"
                                + " that name, expected an existing one\\. Check the parameter 'database'\\.");
        assertThatThrownBy(() -> attached(
                        mariadbSource("help desk", "reader", "r", "host", "no-such-host.invalid"),
                        SourceConnection::probe))
                .hasMessageContaining("its host name is not known");
    }
}
