package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplerTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE sampler");
        Postgres.run(
                "sampler",
                "CREATE TABLE deals (id bigint PRIMARY KEY, owner text, at timestamp)",
                "INSERT INTO deals SELECT i, 'owner ' || i % 7, CASE WHEN i % 10 > 0 THEN TIMESTAMP '2024-01-01' + i * INTERVAL '1 hour' END FROM generate_series(1, 12345) i",
                "CREATE TABLE pairs (a int, b text COLLATE \"C\", v int, PRIMARY KEY (a, b))",
                "INSERT INTO pairs SELECT i / 100, 'k' || i % 100, i FROM generate_series(0, 11999) i",
                "CREATE TABLE loose (v int)",
                "INSERT INTO loose SELECT generate_series(1, 3000)",
                "CREATE TABLE empty (id int PRIMARY KEY)",
                "CREATE TABLE single (id int PRIMARY KEY)",
                "INSERT INTO single VALUES (7)",
                "CREATE TABLE gaps (id bigint PRIMARY KEY, side int)",
                // Half of the rows stand dense, half behind gaps of a hundred.
                "INSERT INTO gaps SELECT i, 0 FROM generate_series(1, 20000) i",
                "INSERT INTO gaps SELECT 100000 + i * 100, 1 FROM generate_series(1, 20000) i",
                "CREATE TABLE tokens (id uuid PRIMARY KEY, v int)",
                "INSERT INTO tokens SELECT CAST(md5(CAST(i AS text)) AS uuid), i FROM generate_series(1, 20000) i",
                "CREATE VIEW recent AS SELECT * FROM deals WHERE id > 12000",
                "ANALYZE");
    }

    private Snapshot sampled(Pilot pilot) {
        return Sampler.sample(
                new SamplingRequest(
                        pilot,
                        folder,
                        new Workspace(folder.resolve("work")),
                        "test",
                        new SamplingRequest.Settings(
                                new RetryPolicy(1, Duration.ofMillis(10)), 42, new Cancellation(), new SwiftTime())),
                new SampleListener() {});
    }

    private List<Map<String, @Nullable Object>> rows(Snapshot snapshot, String table) {
        return SnapshotRows.read(new Workspace(folder.resolve("work")), snapshot, new TableRef("shop", table));
    }

    private static TableManifest manifest(Snapshot snapshot, String table) {
        return Objects.requireNonNull(snapshot.manifest().table(new TableRef("shop", table)));
    }

    @Test
    void readsWholeTablesByKeyWhateverTheirShape() {
        TableSelection all = sample(SampleMethod.ALL, 1);
        Snapshot snapshot = sampled(pilot(source(
                "sampler",
                Map.of("deals", all, "pairs", all, "loose", all, "empty", all, "single", all, "recent", all))));
        assertThat(rows(snapshot, "deals")).hasSize(12345).extracting("id").doesNotHaveDuplicates();
        assertThat(rows(snapshot, "pairs")).hasSize(12000).extracting("v").doesNotHaveDuplicates();
        assertThat(rows(snapshot, "loose")).hasSize(3000);
        assertThat(rows(snapshot, "empty")).isEmpty();
        assertThat(rows(snapshot, "single")).hasSize(1);
        assertThat(rows(snapshot, "recent")).hasSize(345);
        assertThat(snapshot.manifest().tables().values()).allMatch(TableManifest::whole);
        assertThat(new Workspace(folder.resolve("work")).newestSnapshot("test")).isPresent();
    }

    @Test
    void sourcesSideBySideDoNotDisturbEachOther() {
        Source one = source(
                "sampler",
                Map.of(
                        "empty", sample(SampleMethod.ALL, 1),
                        "single", sample(SampleMethod.ALL, 1),
                        "loose", sample(SampleMethod.ALL, 1),
                        "recent", sample(SampleMethod.ALL, 1)));
        Source[] six = IntStream.range(0, 6)
                .mapToObj(i -> new Source(
                        "shop" + i,
                        one.connector(),
                        one.parameters(),
                        one.limits(),
                        one.tables(),
                        one.acceptsWritableAccount()))
                .toArray(Source[]::new);
        for (int round = 0; round < 3; round++) {
            assertThat(sampled(pilot(six)).manifest().tables()).hasSize(24);
        }
    }

    @Test
    void maxRowsCutsAndSaysSo() {
        Limits limits = new Limits(1, 1_000_000, 6000, Duration.ofSeconds(30), Duration.ofSeconds(2));
        Snapshot snapshot =
                sampled(pilot(Postgres.with(source("sampler", Map.of("deals", sample(SampleMethod.ALL, 1))), limits)));
        TableManifest deals = manifest(snapshot, "deals");
        assertThat(deals.sampledRows()).isEqualTo(6000);
        assertThat(deals.whole()).isFalse();
        assertThat(deals.note()).isEqualTo("the source's limit maxRows ended the sample at 6000 rows");
    }

    @Test
    void latestTakesTheHighestKeys() {
        Snapshot snapshot = sampled(pilot(source("sampler", Map.of("deals", sample(SampleMethod.LATEST, 6000)))));
        assertThat(rows(snapshot, "deals"))
                .hasSize(6000)
                .extracting("id")
                .contains("12345", "6346")
                .doesNotContain("6345");
    }

    @Test
    void latestByColumnLeavesEmptyOnesToTheEnd() {
        TableSelection byTime = new TableSelection(
                new Sample(SampleMethod.LATEST, 11_500, "at"), Set.of(), Set.of(), Set.of(), Set.of(), false);
        List<Map<String, @Nullable Object>> rows =
                rows(sampled(pilot(source("sampler", Map.of("deals", byTime)))), "deals");
        assertThat(rows).hasSize(11_500).extracting("id").doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.get("at") == null)).hasSize(11_500 - 11_111);
    }

    @Test
    void randomOverGapsFavoursNoSide() {
        Snapshot snapshot = sampled(pilot(source("sampler", Map.of("gaps", sample(SampleMethod.RANDOM, 8000)))));
        List<Map<String, @Nullable Object>> rows = rows(snapshot, "gaps");
        assertThat(manifest(snapshot, "gaps").used()).isEqualTo(SampleMethod.RANDOM);
        assertThat(rows).hasSize(8000).extracting("id").doesNotHaveDuplicates();
        long dense = rows.stream().filter(row -> "0".equals(row.get("side"))).count();
        // A draw of keys instead of windows would find the dense half fifty times less.
        assertThat(dense / 8000.0).isBetween(0.3, 0.7);
    }

    @Test
    void randomOfSmallTableIsAllOfIt() {
        Snapshot snapshot = sampled(pilot(source("sampler", Map.of("single", sample(SampleMethod.RANDOM, 10)))));
        TableManifest single = manifest(snapshot, "single");
        assertThat(single.whole()).isTrue();
        assertThat(single.used()).isEqualTo(SampleMethod.ALL);
        assertThat(single.requested().method()).isEqualTo(SampleMethod.RANDOM);
    }

    @Test
    void randomWithoutNumericKeyDrawsBlocks() {
        Snapshot snapshot = sampled(pilot(source(
                "sampler",
                Map.of("tokens", sample(SampleMethod.RANDOM, 3000), "loose", sample(SampleMethod.RANDOM, 500)))));
        assertThat(manifest(snapshot, "tokens").used()).isEqualTo(SampleMethod.RANDOM);
        assertThat(rows(snapshot, "tokens"))
                .hasSizeBetween(2000, 3000)
                .extracting("id")
                .doesNotHaveDuplicates();
        assertThat(rows(snapshot, "loose").size()).isBetween(1, 500);
    }

    @Test
    void hashedAndDroppedColumnsDoNotEnter() {
        TableSelection selection = new TableSelection(
                new Sample(SampleMethod.ALL, 1, null), Set.of(), Set.of(), Set.of("owner"), Set.of("at"), false);
        Snapshot snapshot = sampled(pilot(source("sampler", Map.of("deals", selection))));
        assertThat(manifest(snapshot, "deals").info().columns())
                .extracting("name")
                .containsExactly("id", "owner");
        assertThat(rows(snapshot, "deals").stream().map(row -> row.get("owner")).distinct())
                .hasSize(7)
                .allMatch(value -> String.valueOf(value).matches("[0-9a-f]{32}"));
    }

    @Test
    void wrongNamesAreToldAtOnceBeforeAnythingIsRead() {
        TableSelection selection =
                new TableSelection(Sample.DEFAULT, Set.of("ownr"), Set.of(), Set.of(), Set.of("gone"), false);
        Pilot pilot = pilot(source("sampler", Map.of("deal", TableSelection.DEFAULT, "deals", selection)));
        assertThatThrownBy(() -> sampled(pilot))
                .isInstanceOfSatisfying(BadRequestException.class, e -> assertThat(e.getMessage())
                        .contains("table 'deal' is not in 'shop', did you mean 'deals'")
                        .contains("column 'ownr' (personal) is not in 'shop.deals', did you mean 'owner'")
                        .contains("column 'gone' (drop) is not in 'shop.deals'"));
        assertThat(folder.resolve("work/snapshots")).doesNotExist();
    }

    @Test
    void receiptCountsStatementsRowsAndConnections() {
        Snapshot snapshot = sampled(pilot(
                Postgres.with(source("sampler", Map.of("deals", sample(SampleMethod.ALL, 1))), Postgres.SMALL_PAGES)));
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        assertThat(receipt.connections()).isEqualTo(1);
        List<Receipt.Statement> pages = receipt.statements().stream()
                .filter(statement -> statement.shape().contains("\"deals\"")
                        && statement.shape().contains("ORDER BY"))
                .toList();
        assertThat(pages).hasSize(2);
        assertThat(pages.stream().mapToLong(Receipt.Statement::rows).sum()).isEqualTo(12_345);
        assertThat(pages.stream().mapToLong(Receipt.Statement::times).sum()).isBetween(13L, 16L);
    }

    @Test
    void wrongPortAnswersSoonWithWhereItLooked() {
        Pilot pilot = pilot(source("sampler", Map.of(), "port", "1"));
        assertThatThrownBy(() -> sampled(pilot))
                .hasMessage("Cannot reach 'shop' at localhost:1: nothing listens there, expected a database server."
                        + " Check the parameters 'host' and 'port', and the network.")
                .extracting("code")
                .isEqualTo(ErrorCode.SOURCE_UNREACHABLE);
    }
}
