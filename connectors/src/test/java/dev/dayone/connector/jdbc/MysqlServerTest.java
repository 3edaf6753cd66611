package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The contract on a real MySQL, which {@code field-tests/mysql8} starts: its root has no password, its port stands in a
 * system property.
 */
@EnabledIfSystemProperty(
        named = MysqlServerTest.PORT,
        matches = "\\d+",
        disabledReason = "run field-tests/mysql8: it fetches a large MySQL and starts it")
final class MysqlServerTest extends DatabaseContract {
    static final String PORT = "dayone.field.mysql";

    private static final String DATABASE = "contract/mysql 8";

    MysqlServerTest() {
        onServer(
                "",
                List.of(
                        "CREATE DATABASE " + quoted(DATABASE) + " CHARACTER SET utf8mb4",
                        "CREATE USER reader IDENTIFIED BY 'r'",
                        "CREATE USER old_reader IDENTIFIED WITH mysql_native_password BY 'r'",
                        "CREATE USER writer IDENTIFIED BY 'w'",
                        "CREATE ROLE reading",
                        "GRANT SELECT ON " + quoted(DATABASE) + ".* TO reading",
                        "CREATE USER roled IDENTIFIED BY 'r'",
                        "GRANT reading TO roled",
                        "SET DEFAULT ROLE reading TO roled"));
    }

    private static int port() {
        return Integer.getInteger(PORT, 0);
    }

    private void onServer(String database, List<String> statements) {
        String url = "jdbc:mariadb://127.0.0.1:" + port() + "/?user=root&tinyInt1isBit=false";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET sql_mode = ''");
            if (!database.isEmpty()) {
                statement.execute("USE " + quoted(database));
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void run(List<String> statements) {
        onServer(DATABASE, statements);
    }

    private static Source source(String account, String... more) {
        return TestDatabases.source("mysql", port(), DATABASE, account, account.equals("writer") ? "w" : "r", more);
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
                "GRANT SELECT ON " + quoted(DATABASE) + ".* TO reader",
                "GRANT SELECT ON " + quoted(DATABASE) + ".* TO old_reader",
                "GRANT ALL ON " + quoted(DATABASE) + ".* TO writer",
                "ANALYZE TABLE people, pairs, loose"));
    }

    @Override
    void more() {
        List<String> statements = new ArrayList<>(List.of(
                """
                CREATE TABLE types (id bigint unsigned PRIMARY KEY, flag bit(1), mask bit(12), yes boolean, exact decimal(12,2),
                  ratio double, born date, at datetime(3), stamped timestamp NULL, took time, made year, kind enum('sad','glad'),
                  tags set('a','b'), doc json, raw varbinary(40), big longblob, place point, fixed char(5))""",
                """
                INSERT INTO types VALUES (18446744073709551615, b'1', b'101', true, 12.5, 0.1, '2024-02-29',
                  '2024-02-29 12:00:00.125', '2024-03-01 05:00:00', '-12:30:00', 2024, 'glad', 'a,b', '{"a": 1}', 'abc',
                  repeat('x', 5000), point(1, 2), 'ab')""",
                "INSERT INTO types (id, born, at) VALUES (1, '0000-00-00', '0000-00-00 00:00:00')",
                "CREATE TABLE wide (id int PRIMARY KEY, "
                        + IntStream.range(1, 1_017)
                                .mapToObj(i -> "c" + i + " int")
                                .collect(Collectors.joining(", ")) + ")",
                "INSERT INTO wide (id) VALUES (1)",
                "CREATE TABLE lengthy (id int PRIMARY KEY, body longtext)",
                "INSERT INTO lengthy VALUES (0, repeat('x', 15000000))"));
        run(statements);
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
                .containsEntry("fixed", "ab");
        Map<String, @Nullable Object> empty =
                source().row("types", Map.of("method", "keys", "column", "id", "values", List.of(1L), "limit", 2L));
        assertThat(empty).containsEntry("born", "0000-00-00").containsEntry("at", "0000-00-00 00:00:00.000");
        assertThat(empty.values().stream().filter(Objects::isNull)).hasSize(15);
    }

    @Test
    void readsAsManyColumnsAsATableMayHave() {
        assertThat(source().pages("wide", Map.of("method", "all")).get(0)).hasSize(1_017);
    }

    @Test
    void cutsLongTextsOnTheServer() {
        Attached.Page page = source().page("lengthy", Map.of("method", "all", "limit", 1_000L), null);
        assertThat(String.valueOf(page.rows().get(0).get("body"))).hasSize(ColumnSpec.TEXT_LIMIT);
    }

    @Test
    void logsInWithAndWithoutTlsAndByTheOldWayToo() {
        assertThat(source().probe().tls()).startsWith("TLS");
        try (Attached plain = new Attached(source("reader", "tls", "disable"));
                Attached old = new Attached(source("old_reader"))) {
            assertThat(plain.probe().tls()).isEqualTo("none");
            assertThat(old.probe().account()).startsWith("old_reader@");
        }
    }

    @Test
    void followsRoles() {
        try (Attached roled = new Attached(source("roled"))) {
            Probe probe = roled.probe();
            assertThat(probe.canWrite()).isFalse();
            assertThat(roled.pages("people", Map.of("method", "all", "limit", 2_000L)))
                    .hasSize(ROWS);
        }
    }

    @Test
    void namesProductAndVersion() {
        Probe probe = source().probe();
        assertThat(probe.product()).isEqualTo("MySQL");
        assertThat(probe.version()).startsWith("8.");
        assertThat(Objects.requireNonNull(probe.writeAttempt()).answer()).isEqualTo("right missing (SQL state 42000)");
        try (Attached writer = new Attached(writer())) {
            assertThat(Objects.requireNonNull(writer.probe().writeAttempt()).answer())
                    .isEqualTo("read-only transaction (SQL state 25006)");
        }
    }
}
