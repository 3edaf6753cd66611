package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.snapshot.Probe;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2KameletTest {

    @TempDir
    static Path folder;

    private static Server server;

    private final Asked shop = asked("path", "dätä 1/shop.mv.db", "username", "reader", "password", "r");

    @BeforeAll
    static void load() throws Exception {
        Files.createDirectories(folder.resolve("dätä 1"));
        on(
                "dätä 1/shop",
                """
                CREATE TABLE "types"(id INT PRIMARY KEY, flag BOOLEAN, price NUMERIC(10,2), free DECFLOAT, ratio REAL,
                  born DATE, at TIMESTAMP(6), stamped TIMESTAMP WITH TIME ZONE, took INTERVAL DAY TO SECOND,
                  kind ENUM('a', 'b'), doc JSON, many INT ARRAY, code UUID, raw VARBINARY(9), big BLOB, "select" VARCHAR(9),
                  "odd ""`ü" VARCHAR, long CLOB, at_noon TIME)""",
                """
                INSERT INTO "types" VALUES (1, TRUE, 12.34, 1.5, 0.1, DATE '2024-02-29',
                  TIMESTAMP '2024-02-29 12:00:00.123456', TIMESTAMP WITH TIME ZONE '2024-03-01 02:00:00+02',
                  INTERVAL '1 02:03:04' DAY TO SECOND, 'b', JSON '{"a": 1}', ARRAY[1, 2],
                  '00000000-0000-0000-0000-00000000000a', X'0102', X'010203', 'from', 'tübë', 'text', TIME '12:00:00')""",
                "INSERT INTO \"types\"(id) VALUES (2)",
                "CREATE TABLE pairs(a VARCHAR(9), b INT, c INT, PRIMARY KEY (b, a))",
                "INSERT INTO pairs SELECT 'k' || MOD(x, 37), x / 37, x FROM SYSTEM_RANGE(0, 999)",
                "CREATE TABLE stamps(at TIMESTAMP NOT NULL UNIQUE, n INT)",
                "INSERT INTO stamps SELECT DATEADD(SECOND, x * 7001, TIMESTAMP '2024-01-01 00:00:00'), x"
                        + " FROM SYSTEM_RANGE(1, 300)",
                "CREATE TABLE loose(a INT)",
                "INSERT INTO loose SELECT x FROM SYSTEM_RANGE(1, 500)",
                "CREATE TABLE empty(id BIGINT PRIMARY KEY)",
                "CREATE VIEW seen AS SELECT id FROM \"types\"",
                "CREATE TABLE secret(id INT)",
                "CREATE SCHEMA sales",
                "CREATE TABLE sales.deals(id INT PRIMARY KEY)",
                "CREATE USER \"reader\" PASSWORD 'r'",
                "GRANT SELECT ON \"types\", pairs, stamps, loose, empty, seen, sales.deals TO \"reader\"",
                "CREATE ROLE editors",
                "CREATE ROLE staff",
                "GRANT INSERT, UPDATE ON pairs TO editors",
                "GRANT editors TO staff",
                "CREATE USER writer PASSWORD 'w'",
                "GRANT SELECT ON pairs TO writer",
                "GRANT staff TO writer",
                "CREATE TABLE huge(id INT PRIMARY KEY, t CLOB)",
                "GRANT SELECT ON huge TO \"reader\"");
        try (Connection connection = admin("dätä 1/shop");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO huge VALUES (1, ?)")) {
            insert.setCharacterStream(1, new StringReader("ab".repeat(50_000_000)), 100_000_000);
            insert.execute();
        }
        Files.copy(folder.resolve("dätä 1/shop.mv.db"), folder.resolve("served.mv.db"));
        server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString())
                .start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static Connection admin(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve(name), "boss", "b");
    }

    private static void on(String name, String... statements) throws SQLException {
        try (Connection connection = admin(name);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Asked asked(String... parameters) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        return new Asked(folder, "h2", values);
    }

    private static Asked served(String username, String password, String... more) {
        return asked(
                "host",
                "localhost",
                "port",
                String.valueOf(server.getPort()),
                "database",
                more.length == 0 ? "served" : more[0],
                "username",
                username,
                "password",
                password);
    }

    @Test
    void probeOfAFileTriesAWriteAndTheEngineRefusesIt() {
        Probe probe = asked("path", "dätä 1/shop.mv.db", "username", "boss", "password", "b")
                .probe();
        assertThat(probe.product()).isEqualTo("H2");
        assertThat(probe.canWrite()).isFalse();
        Probe.WriteAttempt attempt = Objects.requireNonNull(probe.writeAttempt());
        assertThat(attempt.refused()).isTrue();
        assertThat(attempt.answer()).startsWith("read-only database");
    }

    @Test
    void probeOfAServerFollowsRolesAndNamesTheStatementsThatTakeRightsAway() {
        Probe writer = served("WRITER", "w").probe();
        assertThat(writer.canWrite()).isTrue();
        assertThat(writer.writeRights()).containsExactly("INSERT on PUBLIC.PAIRS", "UPDATE on PUBLIC.PAIRS");
        assertThat(writer.remedies())
                .containsExactly(
                        "REVOKE INSERT ON \"PUBLIC\".\"PAIRS\" FROM \"EDITORS\"",
                        "REVOKE UPDATE ON \"PUBLIC\".\"PAIRS\" FROM \"EDITORS\"");
        Probe admin = served("boss", "b").probe();
        assertThat(admin.canWrite()).isTrue();
        assertThat(Objects.requireNonNull(admin.writeAttempt()).refused()).isFalse();
        // The server shows rights on schemas to administrators alone.
        Probe reader = served("reader", "r").probe();
        assertThat(reader.canWrite()).isNull();
        assertThat(Objects.requireNonNull(reader.writeAttempt()).answer()).startsWith("right missing");
    }

    @Test
    void discoversWhatTheAccountMayReadOfItsSchemas() {
        assertThat(shop.columns("types"))
                .containsExactly(
                        "ID INTEGER bigint",
                        "FLAG BOOLEAN boolean",
                        "PRICE NUMERIC(10,2) decimal(10,2)",
                        "FREE DECFLOAT double",
                        "RATIO REAL double",
                        "BORN DATE date",
                        "AT TIMESTAMP timestamp",
                        "STAMPED TIMESTAMP WITH TIME ZONE timestamp",
                        "TOOK INTERVAL string",
                        "KIND ENUM string",
                        "DOC JSON string",
                        "MANY ARRAY string",
                        "CODE UUID string",
                        "RAW BINARY VARYING bigint",
                        "BIG BINARY LARGE OBJECT bigint",
                        "select CHARACTER VARYING(9) string",
                        "odd \"`ü CHARACTER VARYING(1000000000) string",
                        "LONG CHARACTER LARGE OBJECT string",
                        "AT_NOON TIME string");
        assertThat(shop.table("types").random()).isEqualTo(RandomAccess.RANGES);
        assertThat(shop.table("PAIRS").info().key()).containsExactly("B", "A");
        assertThat(shop.table("PAIRS").info().approximateRows()).isEqualTo(1000);
        assertThat(shop.table("LOOSE").info().key()).isEmpty();
        assertThat(shop.table("SEEN").info().kind()).isEqualTo("view");
        assertThat(shop.table("SECRET").readable()).isFalse();
        assertThat(shop.tables()).doesNotContainKey("SALES.DEALS");
        assertThat(asked("path", "dätä 1/shop.mv.db", "schema", "*", "username", "reader", "password", "r")
                        .tables())
                .containsKeys("PAIRS", "SALES.DEALS");
    }

    @Test
    void readsEveryTypeAsPlainValues() {
        List<Map<String, @Nullable Object>> rows = shop.rows("types", Map.of("method", "all", "limit", 10L));
        assertThat(rows.get(0))
                .containsEntry("FLAG", true)
                .containsEntry("BORN", "2024-02-29")
                .containsEntry("AT", "2024-02-29 12:00:00.123456")
                .containsEntry("STAMPED", "2024-03-01 02:00:00+02")
                .containsEntry("KIND", "b")
                .containsEntry("DOC", "{\"a\":1}")
                .containsEntry("MANY", "[1, 2]")
                .containsEntry("CODE", "00000000-0000-0000-0000-00000000000a")
                .containsEntry("RAW", 2L)
                .containsEntry("BIG", 3L)
                .containsEntry("select", "from")
                .containsEntry("odd \"`ü", "tübë")
                .containsEntry("LONG", "text");
        assertThat(rows.get(1).values()).filteredOn(Objects::nonNull).containsExactly(2);
    }

    @Test
    void pagesToTheEndAndResumesInTheMiddle() {
        Map<String, Object> pages = Map.of("method", "all", "limit", 70L);
        assertThat(shop.rows("PAIRS", pages)).hasSize(1000).doesNotHaveDuplicates();
        assertThat(shop.rowsResumed("PAIRS", pages)).isEqualTo(shop.rows("PAIRS", pages));
        assertThat(shop.rowsResumed("STAMPS", pages)).hasSize(300).doesNotHaveDuplicates();
        assertThat(shop.rowsResumed("STAMPS", Map.of("method", "latest", "by", "AT", "limit", 70L)))
                .hasSize(300)
                .doesNotHaveDuplicates();
        assertThat(shop.rows("LOOSE", Map.of("method", "all", "limit", 5000L))).hasSize(500);
        assertThat(shop.rows("EMPTY", Map.of("method", "all", "limit", 5L))).isEmpty();
        assertThat(shop.rows("SEEN", Map.of("method", "all", "limit", 5L))).hasSize(2);
        assertThat(shop.rows("types", Map.of("method", "ranges", "ranges", List.of(List.of(2, 3)))))
                .hasSize(1);
        assertThat(shop.rows("types", Map.of("method", "bounds", "upTo", 3L)))
                .containsExactly(Map.of("row_count", 2L, "min_key", 1, "max_key", 2));
    }

    @Test
    void cutsATextOfAHundredMegabytes() {
        Object text =
                shop.rows("HUGE", Map.of("method", "all", "limit", 5L)).get(0).get("T");
        assertThat(String.valueOf(text)).hasSize(ColumnSpec.TEXT_LIMIT).startsWith("abab");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Files.writeString(folder.resolve("bad.mv.db"), "no database ".repeat(1000));
        assertThatThrownBy(() -> asked("path", "bad.mv.db").probe())
                .hasMessageStartingWith(
                        "Cannot open 'bad.mv.db' in 'shop': it is no database that the connector reads");
        Files.writeString(folder.resolve("other.db"), "x");
        assertThatThrownBy(() -> asked("path", "other.db").probe())
                .hasMessageStartingWith("Cannot open 'other.db' in 'shop': it is no database that the connector reads");
        Files.createFile(folder.resolve("a;INIT=x.mv.db"));
        assertThatThrownBy(() -> asked("path", "a;INIT=x.mv.db").probe())
                .hasMessageStartingWith("Cannot open 'a;INIT=x.mv.db' in 'shop': its path has a semicolon");
        assertThatThrownBy(() -> asked("path", "none.mv.db").probe())
                .hasMessageStartingWith("Cannot open 'none.mv.db' in 'shop': there is no such file");
        assertThatThrownBy(() ->
                        asked("path", "dätä 1/shop.mv.db", "host", "localhost").probe())
                .hasMessageStartingWith("Cannot attach 'shop': both of the parameters 'path' and 'host'");
        assertThat(folder.resolve("bad.trace.db")).doesNotExist();
    }

    @Test
    void saysThatAFileIsInUse() throws Exception {
        on("busy", "CREATE TABLE t(a INT)");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(Server.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + folder.resolve("busy"),
                        "-user",
                        "boss",
                        "-password",
                        "b")
                .redirectErrorStream(true)
                .start();
        try {
            // Its greeting comes once it has the file open.
            assertThat(other.inputReader().readLine()).isNotNull();
            other.getOutputStream().write("SELECT 'ready';\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            other.getOutputStream().flush();
            assertThat(other.inputReader().lines().anyMatch(line -> line.contains("ready")))
                    .isTrue();
            assertThatThrownBy(() -> asked("path", "busy.mv.db", "username", "boss", "password", "b")
                            .probe())
                    .hasMessageStartingWith("Cannot open 'busy.mv.db' in 'shop': another process holds it locked");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysWhatToChangeForAServer() {
        assertThatThrownBy(() -> served("reader", "wrong").probe())
                .hasMessageMatching("Cannot log in to 'shop' as 'reader': the server at localhost:\\d+ refused.*");
        assertThatThrownBy(() -> served("reader", "r", "none").probe())
                .hasMessageStartingWith("Cannot open database 'none' in 'shop'");
        assertThatThrownBy(() -> served("reader", "r", "served;INIT=CREATE TABLE x(a INT)")
                        .probe())
                .hasMessageStartingWith("Cannot open database 'served;INIT=CREATE TABLE x(a INT)' in 'shop'");
        assertThatThrownBy(() ->
                        asked("host", "localhost", "port", "1", "database", "x").probe())
                .hasMessageStartingWith("Cannot reach 'shop' at localhost:1: nothing listens there");
    }
}
