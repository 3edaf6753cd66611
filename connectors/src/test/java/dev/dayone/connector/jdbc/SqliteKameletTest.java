package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.snapshot.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteKameletTest {
    private static final String FILE = "dätä #1 & 2?%20/shop.db";

    @TempDir
    static Path folder;

    private final Asked shop = asked(FILE);

    @BeforeAll
    static void load() throws Exception {
        Files.createDirectories(folder.resolve(FILE).getParent());
        on(
                FILE,
                """
                CREATE TABLE types(id INTEGER PRIMARY KEY, n INT, r REAL, s TEXT, b BLOB, d DATE, at DATETIME,
                  price DECIMAL(10,2), paid BOOLEAN, anything, twice INT GENERATED ALWAYS AS (n * 2) VIRTUAL,
                  "select" TEXT, "odd ""`[ü" VARCHAR(9))""",
                """
                INSERT INTO types(id, n, r, s, b, d, at, price, paid, anything, "select", "odd ""`[ü") VALUES
                  (1, 1, 1.5, 'x', x'010200', '2024-02-29', '2024-02-29 10:00:00', 12.34, 1, 5, 'from', 'tübë'),
                  (2, 'abc', 'zz', 7, 'text', '29.02.2024', 1700000000, '1,5', 'true', 1.5, NULL, NULL),
                  (3, x'00', NULL, x'4142', NULL, 2460370.5, 1700000000123, NULL, 0, x'43', NULL, NULL),
                  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)""",
                "CREATE TABLE pairs(a TEXT, b INT, c TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID",
                """
                WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 999)
                INSERT INTO pairs SELECT 'k' || (n % 37), n / 37, n FROM i""",
                "CREATE TABLE loose(a, b)",
                "INSERT INTO loose SELECT a, b FROM pairs",
                "CREATE TABLE nullable(a TEXT PRIMARY KEY, b TEXT NOT NULL UNIQUE)",
                "INSERT INTO nullable VALUES (NULL, '1'), (NULL, '2'), ('x', '3')",
                "CREATE TABLE raw(k BLOB NOT NULL UNIQUE)",
                "INSERT INTO raw VALUES (x'01'), (x'ff'), (x'00ff')",
                "CREATE TABLE empty(id INTEGER PRIMARY KEY)",
                "CREATE TABLE long(id INTEGER PRIMARY KEY, t TEXT)",
                "INSERT INTO long VALUES (1, printf('%.*c', 100000000, 'a'))",
                "CREATE VIEW seen AS SELECT s, n + 1 AS more FROM types",
                "CREATE TABLE gone(a)",
                "CREATE VIEW broken AS SELECT a FROM gone",
                "DROP TABLE gone");
    }

    private static void on(String file, String... statements) throws SQLException {
        try (Connection connection = writer(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Connection writer(String file) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:file:" + folder.resolve(file).toUri().getRawPath());
    }

    private static Asked asked(String path) {
        return new Asked(folder, "sqlite", Map.of("path", path));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void probeTriesAWriteAndTheEngineRefusesIt() {
        Probe probe = shop.probe();
        assertThat(probe.product()).isEqualTo("SQLite");
        assertThat(probe.canWrite()).isFalse();
        Probe.WriteAttempt attempt = Objects.requireNonNull(probe.writeAttempt());
        assertThat(attempt.refused()).isTrue();
        assertThat(attempt.answer()).startsWith("read-only file");
    }

    @Test
    void discoversColumnsAsDeclared() {
        assertThat(shop.columns("types"))
                .containsExactly(
                        "id INTEGER bigint",
                        "n INT bigint",
                        "r REAL double",
                        "s TEXT string",
                        "b BLOB bigint",
                        "d DATE date",
                        "at DATETIME timestamp",
                        "price DECIMAL(10,2) double",
                        "paid BOOLEAN boolean",
                        "anything any string",
                        "twice INT bigint",
                        "select TEXT string",
                        "odd \"`[ü VARCHAR(9) string");
        assertThat(shop.table("types").random()).isEqualTo(RandomAccess.RANGES);
        assertThat(shop.table("types").info().approximateRows()).isEqualTo(4);
        assertThat(shop.table("seen").info().kind()).isEqualTo("view");
        assertThat(shop.table("broken").readable()).isFalse();
        assertThat(shop.tables()).doesNotContainKeys("sqlite_sequence", "sqlite_schema");
    }

    @Test
    void keysAreThoseThatTellRowsApart() {
        assertThat(shop.table("pairs").info().key()).containsExactly("b", "a");
        assertThat(shop.table("loose").info().key()).isEmpty();
        // A primary key may be empty in more than one row, unless it says otherwise.
        assertThat(shop.table("nullable").info().key()).containsExactly("b");
        assertThat(shop.table("nullable").info().indexed()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void readsValuesOfAnyTypeInAnyColumn() {
        List<Map<String, @Nullable Object>> rows = shop.rows("types", Map.of("method", "all", "limit", 3L));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsEntry("n", 1)
                .containsEntry("r", 1.5)
                .containsEntry("b", 3)
                .containsEntry("d", "2024-02-29")
                .containsEntry("at", "2024-02-29 10:00:00")
                .containsEntry("price", 12.34)
                .containsEntry("anything", "5")
                .containsEntry("twice", 2)
                .containsEntry("select", "from")
                .containsEntry("odd \"`[ü", "tübë");
        assertThat(rows.get(1))
                .containsEntry("n", "abc")
                .containsEntry("s", "7")
                .containsEntry("b", 4)
                .containsEntry("d", "29.02.2024")
                .containsEntry("at", "2023-11-14 22:13:20.000")
                .containsEntry("price", "1,5");
        assertThat(rows.get(2))
                .containsEntry("n", "blob")
                .containsEntry("s", "AB")
                .containsEntry("d", "2024-03-01 00:00:00.000")
                .containsEntry("at", "2023-11-14 22:13:20.123");
        assertThat(rows.get(3).values()).filteredOn(Objects::nonNull).containsExactly(4);
    }

    @Test
    void pagesToTheEndAndResumesInTheMiddle() {
        Map<String, Object> pages = Map.of("method", "all", "limit", 70L);
        assertThat(shop.rows("pairs", pages)).hasSize(1000).doesNotHaveDuplicates();
        assertThat(shop.rowsResumed("pairs", pages)).isEqualTo(shop.rows("pairs", pages));
        assertThat(shop.rowsResumed("pairs", Map.of("method", "latest", "limit", 400L)))
                .hasSize(1000)
                .doesNotHaveDuplicates();
        assertThat(shop.rowsResumed("raw", Map.of("method", "all", "limit", 1L)))
                .hasSize(3);
        assertThat(shop.rows("loose", Map.of("method", "all", "limit", 5000L))).hasSize(1000);
        assertThat(shop.rows("empty", Map.of("method", "all", "limit", 5L))).isEmpty();
        assertThat(shop.rows("seen", Map.of("method", "all", "limit", 5L))).hasSize(4);
        assertThat(shop.rows("types", Map.of("method", "ranges", "ranges", List.of(List.of(2, 3)))))
                .hasSize(2);
        assertThat(shop.rows("types", Map.of("method", "bounds", "upTo", 3L)))
                .containsExactly(Map.of("row_count", 3, "min_key", 1, "max_key", 4));
    }

    @Test
    void cutsATextOfAHundredMegabytes() {
        Object text =
                shop.rows("long", Map.of("method", "all", "limit", 5L)).get(0).get("t");
        assertThat(String.valueOf(text)).hasSize(ColumnSpec.TEXT_LIMIT).startsWith("aaaa");
    }

    @Test
    void makesNoFileBesideAStillOneInWalMode() throws Exception {
        Path wal = Files.createDirectory(folder.resolve("wal"));
        on("wal/a.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)");
        assertThat(files(wal)).containsExactly("a.db");
        assertThat(asked("wal/a.db").rows("t", Map.of("method", "all", "limit", 5L)))
                .hasSize(1);
        assertThat(files(wal)).containsExactly("a.db");
    }

    @Test
    void readsBesideAWriterInWalMode() throws Exception {
        Files.createDirectory(folder.resolve("busy"));
        on("busy/a.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t(a)");
        try (Connection writer = writer("busy/a.db");
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");
            writer.commit();
            statement.execute("INSERT INTO t VALUES (2)");
            assertThat(asked("busy/a.db").rows("t", Map.of("method", "all", "limit", 5L)))
                    .hasSize(1);
            writer.rollback();
        }
    }

    @Test
    void aStillFileThatIsWrittenToMeanwhileBreaksOff() throws Exception {
        Files.createDirectory(folder.resolve("still"));
        on("still/a.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t(a)");
        try (Connection reader = new SqliteConnections(folder.resolve("still/a.db")).getConnection()) {
            reader.prepareStatement("SELECT a FROM t").close();
            on("still/a.db", "INSERT INTO t VALUES (1)");
            assertThatThrownBy(() -> reader.prepareStatement("SELECT a FROM t"))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> new SqliteDialect().failure((SQLException) e))
                    .isEqualTo(FailureKind.BROKEN_OFF);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Files.writeString(folder.resolve("text.db"), "no database at all ".repeat(100));
        assertThatThrownBy(() -> asked("text.db").probe())
                .hasMessage("Cannot open 'text.db' in 'shop': it is no database that the connector reads, or it is"
                        + " damaged, expected a whole database file. Open it once with its own application, or read a"
                        + " copy that it made.");
        assertThatThrownBy(() -> asked("none.db").probe())
                .hasMessageStartingWith("Cannot open 'none.db' in 'shop': there is no such file");
        assertThat(folder.resolve("none.db")).doesNotExist();
        for (String outside : new String[] {"../a.db", folder.resolve(FILE).toString(), "a/../../b"}) {
            assertThatThrownBy(() -> asked(outside).probe())
                    .hasMessageStartingWith(
                            "Cannot open '" + outside + "' in 'shop': it is not below the pilot's folder");
        }
    }

    @Test
    void saysThatAFileIsLockedOrHalfWritten() throws Exception {
        on("locked.db", "CREATE TABLE t(a)");
        try (Connection writer = writer("locked.db");
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertThatThrownBy(() -> asked("locked.db").probe())
                    .hasMessageStartingWith("Cannot open 'locked.db' in 'shop': another process holds it locked");
        }
        on("half.db", "PRAGMA journal_mode = WAL", "CREATE TABLE t(a)");
        Files.writeString(folder.resolve("half.db-wal"), "left behind");
        assertThatThrownBy(() -> asked("half.db").probe())
                .hasMessageContaining("its last writer left it in the middle of a write");
    }
}
