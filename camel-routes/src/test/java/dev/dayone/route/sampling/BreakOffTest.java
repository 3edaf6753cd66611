package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.route.fault.TcpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks off while it is read is resumed without a row lost or doubled. */
final class BreakOffTest {
    private static final TableRef TEXTS = new TableRef("shop", "texts");

    @TempDir
    private Path folder;

    private TcpProxy proxy;
    private Runs runs;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE breakoff");
        Postgres.run(
                "breakoff",
                "CREATE TABLE small (id int PRIMARY KEY)",
                "INSERT INTO small SELECT generate_series(1, 100)",
                "CREATE TABLE texts (id text PRIMARY KEY, body text)",
                "INSERT INTO texts SELECT 'mail' || i || '@example.com', repeat(md5(CAST(i AS text)), 4) FROM"
                        + " generate_series(1, 8000) i",
                // Without statistics the key's range is drawn from, else the server would draw blocks.
                "CREATE TABLE numbers (id bigint PRIMARY KEY, body text) WITH (autovacuum_enabled = false)",
                "INSERT INTO numbers SELECT i, md5(CAST(i AS text)) FROM generate_series(1, 40000) i",
                "CREATE TABLE loose (v int, body text)",
                "INSERT INTO loose SELECT i, md5(CAST(i AS text)) FROM generate_series(1, 5000) i",
                "ANALYZE small, texts, loose");
    }

    @BeforeEach
    void stand() {
        proxy = TcpProxy.before(Postgres.server().getPort());
        runs = new Runs(folder, 1);
    }

    @AfterEach
    void fall() {
        proxy.close();
    }

    private Pilot tables(String... names) {
        Map<String, dev.dayone.pilot.TableSelection> tables = new LinkedHashMap<>();
        for (String name : names) {
            tables.put(name, sample(name.equals("numbers") ? SampleMethod.RANDOM : SampleMethod.ALL, 6_000));
        }
        Source source = source("breakoff", tables, "port", String.valueOf(proxy.port()), "tls", "disable");
        return pilot(Postgres.with(source, Postgres.SMALL_PAGES));
    }

    /** Does something once, when so many rows of a table are there. */
    private static SampleListener at(String table, long rows, Runnable action) {
        boolean[] done = {false};
        return new SampleListener() {
            @Override
            public void rows(TableRef ref, long soFar) {
                if (ref.table().equals(table) && soFar >= rows && !done[0]) {
                    done[0] = true;
                    action.run();
                }
            }
        };
    }

    private void assertNothingPlain(String value) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(value);
            }
        }
    }

    @Test
    void resetInMidPageIsRetriedAndEachRowIsThereOnce() {
        Snapshot snapshot = runs.run(tables("texts"), at("texts", 3_000, () -> proxy.cutAfter(40_000)));
        assertThat(proxy.accepted()).isGreaterThan(1);
        assertThat(runs.rows(snapshot, TEXTS)).hasSize(8_000).extracting("id").doesNotHaveDuplicates();
    }

    @Test
    void sourceThatIsGoneIsResumedBehindTheLastPage() throws IOException {
        DayoneException failure = catchThrowableOfType(
                DayoneException.class,
                () -> runs.run(tables("small", "texts", "loose"), at("texts", 3_000, () -> {
                    proxy.cutAfter(40_000);
                    proxy.refuse();
                })));
        assertThat(failure.code().fault().exitCode()).isEqualTo(3);
        assertThat(failure.getMessage())
                .endsWith(
                        "Read to the end: shop.small. In part: shop.texts. Not begun: shop.loose. Running again goes on"
                                + " from there.");
        assertThat(runs.workspace().newestSnapshot("test")).isEmpty();
        assertNothingPlain("@example.com");
        proxy.accept();
        List<Long> resumed = new ArrayList<>();
        Snapshot snapshot = runs.run(tables("small", "texts", "loose"), new SampleListener() {
            @Override
            public void resumed(TableRef table, long rows) {
                resumed.add(rows);
            }
        });
        assertThat(resumed).singleElement().satisfies(rows -> assertThat(rows).isBetween(3_000L, 5_000L));
        assertThat(runs.rows(snapshot, TEXTS)).hasSize(8_000).extracting("id").doesNotHaveDuplicates();
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        assertThat(receipt.runs()).isEqualTo(2);
        assertThat(receipt.statements().stream()
                        .filter(statement -> statement.shape().contains("\"texts\"")
                                && statement.shape().contains("ORDER BY"))
                        .mapToLong(Receipt.Statement::rows)
                        .sum())
                .isGreaterThanOrEqualTo(8_000);
        try (Stream<Path> left = Files.walk(snapshot.folder())) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .doesNotContain("checkpoint.json", "receipt.json");
        }
    }

    @Test
    void filesOfBrokenOffPageAreNotTakenForTheTables() throws IOException {
        assertThatThrownBy(() -> runs.run(tables("texts"), at("texts", 3_000, runs.cancellation::cancel)))
                .isInstanceOf(DayoneException.class);
        Path home;
        try (Stream<Path> files = Files.walk(folder.resolve("work/snapshots"))) {
            home = files.filter(file -> file.endsWith("checkpoint.json"))
                    .findFirst()
                    .orElseThrow()
                    .resolveSibling(".")
                    .normalize();
        }
        Files.copy(home.resolve("part-00000.parquet"), home.resolve("part-00008.parquet"));
        Files.writeString(home.resolve("part-00009.parquet"), "PAR1 half");
        Files.writeString(home.resolve(".checkpoint.json.x.tmp"), "{");
        runs.cancellation = new Cancellation();
        Snapshot snapshot = runs.run(tables("texts"));
        assertThat(runs.rows(snapshot, TEXTS)).hasSize(8_000).extracting("id").doesNotHaveDuplicates();
        assertThat(home.resolve(".checkpoint.json.x.tmp")).doesNotExist();
    }

    @Test
    void windowsGoOnWithTheSameDraw() {
        TableRef numbers = new TableRef("shop", "numbers");
        Runs straight = new Runs(folder.resolve("straight"), 0);
        List<Object> ids = new ArrayList<>();
        straight.rows(straight.run(tables("numbers")), numbers).forEach(row -> ids.add(row.get("id")));
        assertThatThrownBy(() -> runs.run(tables("numbers"), at("numbers", 1_000, runs.cancellation::cancel)))
                .isInstanceOf(DayoneException.class);
        runs.cancellation = new Cancellation();
        List<Long> resumed = new ArrayList<>();
        Snapshot snapshot = runs.run(tables("numbers"), new SampleListener() {
            @Override
            public void resumed(TableRef table, long rows) {
                resumed.add(rows);
            }
        });
        assertThat(resumed).singleElement().satisfies(rows -> assertThat(rows).isBetween(1_000L, 5_999L));
        assertThat(runs.rows(snapshot, numbers))
                .hasSize(6_000)
                .extracting("id")
                .doesNotHaveDuplicates()
                .startsWith(ids.subList(0, 1_000).toArray());
        TableManifest manifest = Objects.requireNonNull(snapshot.manifest().table(numbers));
        Map<Integer, Integer> rows = new TreeMap<>();
        SnapshotRows.windows(runs.workspace(), snapshot, numbers)
                .forEach(window -> rows.merge(window, 1, Integer::sum));
        assertThat(manifest.windows()).isEqualTo(Windows.of(List.copyOf(rows.values())));
        assertThat(rows).hasSizeBetween(120, 124);
        assertThat(rows.values()).allMatch(some -> some <= 50);
    }

    @Test
    void tableWhoseColumnsChangedStartsAfresh() {
        Postgres.run(
                "breakoff",
                "CREATE TABLE moved (LIKE numbers INCLUDING ALL)",
                "INSERT INTO moved SELECT * FROM numbers");
        assertThatThrownBy(() -> runs.run(tables("moved"), at("moved", 3_000, runs.cancellation::cancel)))
                .isInstanceOf(DayoneException.class);
        Postgres.run("breakoff", "ALTER TABLE moved ADD COLUMN more int DEFAULT 5");
        assertStartsAfresh("moved", "its columns or key have changed since it was broken off", 40_000);
    }

    @Test
    void tableWhoseRangeMovedStartsAfresh() {
        Postgres.run(
                "breakoff",
                "CREATE TABLE grown (LIKE numbers INCLUDING ALL) WITH (autovacuum_enabled = false)",
                "INSERT INTO grown SELECT * FROM numbers");
        Pilot pilot = pilot(Postgres.with(
                source(
                        "breakoff",
                        Map.of("grown", sample(SampleMethod.RANDOM, 6_000)),
                        "port",
                        String.valueOf(proxy.port())),
                Postgres.SMALL_PAGES));
        assertThatThrownBy(() -> runs.run(pilot, at("grown", 1_000, runs.cancellation::cancel)))
                .isInstanceOf(DayoneException.class);
        Postgres.run("breakoff", "INSERT INTO grown SELECT i, 'new' FROM generate_series(50000, 90000) i");
        runs.cancellation = new Cancellation();
        Snapshot snapshot = runs.run(pilot);
        assertThat(Objects.requireNonNull(snapshot.manifest().table(new TableRef("shop", "grown")))
                        .note())
                .isEqualTo(
                        "it was begun afresh, as its rows have changed by more than a fifth since it was broken off");
    }

    @Test
    void whatIsOlderThanADayStartsAfresh() {
        assertThatThrownBy(() -> runs.run(tables("texts"), at("texts", 3_000, runs.cancellation::cancel)))
                .isInstanceOf(DayoneException.class);
        runs.time.forward(Duration.ofHours(25));
        runs.cancellation = new Cancellation();
        Snapshot snapshot = runs.run(tables("texts"));
        assertThat(runs.rows(snapshot, TEXTS)).hasSize(8_000);
        assertThat(Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                        .receipt()
                        .runs())
                .isEqualTo(1);
    }

    private void assertStartsAfresh(String table, String why, int rows) {
        runs.cancellation = new Cancellation();
        List<String> afresh = new ArrayList<>();
        Snapshot snapshot = runs.run(tables(table), new SampleListener() {
            @Override
            public void startedAfresh(TableRef ref, String reason) {
                afresh.add(reason);
            }
        });
        assertThat(afresh).containsExactly(why);
        TableRef ref = new TableRef("shop", table);
        assertThat(Objects.requireNonNull(snapshot.manifest().table(ref)).note())
                .isEqualTo("it was begun afresh, as " + why);
        assertThat(runs.rows(snapshot, ref)).hasSize(rows);
    }

    @Test
    void sourceThatRefusesAtFirstIsAttachedWhenItAnswers() {
        proxy.refuse();
        List<String> retries = new ArrayList<>();
        Snapshot snapshot = runs.run(tables("small"), new SampleListener() {
            @Override
            public void retrying(String source, int attempt, String why) {
                retries.add(source + " " + attempt + " " + why.split(":", 2)[0]);
                proxy.accept();
            }
        });
        assertThat(retries).containsExactly("shop 1 SOURCE_UNREACHABLE");
        assertThat(snapshot.manifest().tables()).hasSize(1);
    }

    @Test
    void otherSourcesAreReadWhenOneIsOutOfReach() {
        Source near = Postgres.with(source("breakoff", Map.of("small", sample(SampleMethod.ALL, 1))), Postgres.FAST);
        Source away = new Source(
                "crm",
                near.connector(),
                source("breakoff", Map.of(), "port", "1").parameters(),
                near.limits(),
                Map.of("contacts", sample(SampleMethod.ALL, 1)),
                true);
        assertThatThrownBy(() -> new Runs(folder, 0).run(pilot(away, near)))
                .isInstanceOfSatisfying(
                        DayoneException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_UNREACHABLE))
                .hasMessageEndingWith(
                        "Read to the end: shop.small. In part: none. Not begun: crm.contacts. Running again"
                                + " goes on from there.");
    }

    @Test
    void networkThatStallsIsGivenUpAndAskedAgain() {
        Source source = source(
                "breakoff",
                Map.of("texts", sample(SampleMethod.ALL, 1)),
                "port",
                String.valueOf(proxy.port()),
                "tls",
                "disable");
        dev.dayone.pilot.Limits limits =
                new dev.dayone.pilot.Limits(1, 1_000, 200_000, Duration.ofSeconds(1), Duration.ofSeconds(1));
        BiConsumer<TableRef, String> unstall = (table, why) -> {
            assertThat(why).startsWith("SOURCE_");
            proxy.reset();
            proxy.unstall();
        };
        Snapshot snapshot = runs.run(pilot(Postgres.with(source, limits)), new SampleListener() {
            private boolean stalled;

            @Override
            public void rows(TableRef table, long rowsSoFar) {
                if (!stalled) {
                    stalled = true;
                    proxy.stall();
                }
            }

            @Override
            public void retrying(TableRef table, int attempt, String why) {
                unstall.accept(table, why);
            }
        });
        assertThat(runs.rows(snapshot, TEXTS)).hasSize(8_000).extracting("id").doesNotHaveDuplicates();
    }
}
