package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResumeTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE resume");
        Postgres.run(
                "resume",
                "CREATE TABLE a (id int PRIMARY KEY)",
                "INSERT INTO a SELECT generate_series(1, 100)",
                "CREATE TABLE b (id int PRIMARY KEY)",
                "INSERT INTO b SELECT generate_series(1, 20000)",
                "ANALYZE");
    }

    private static Pilot tables() {
        Map<String, dev.dayone.pilot.TableSelection> tables = new LinkedHashMap<>();
        tables.put("a", sample(SampleMethod.ALL, 1));
        tables.put("b", sample(SampleMethod.ALL, 1));
        return pilot(Postgres.with(source("resume", tables), Postgres.SMALL_PAGES));
    }

    private Snapshot sampled(Cancellation cancellation, SampleListener listener) {
        SamplingRequest.Settings settings = new SamplingRequest.Settings(
                new RetryPolicy(2, Duration.ofMillis(10)), 1, cancellation, new SwiftTime());
        return Sampler.sample(
                new SamplingRequest(tables(), folder, new Workspace(folder.resolve("work")), "test", settings),
                listener);
    }

    private static void kill() {
        Postgres.run(
                "postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'dayone'");
    }

    @Test
    void cancelledSamplingKeepsFinishedTablesAndLeavesNoManifest() {
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> sampled(cancellation, new SampleListener() {
                    @Override
                    public void rows(TableRef table, long rowsSoFar) {
                        if (table.table().equals("b")) {
                            cancellation.cancel();
                        }
                    }
                }))
                .isInstanceOfSatisfying(
                        DayoneException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
        assertThat(new Workspace(folder.resolve("work")).newestSnapshot("test")).isEmpty();
        List<TableRef> resumed = new ArrayList<>();
        Snapshot snapshot = sampled(new Cancellation(), new SampleListener() {
            @Override
            public void resumed(TableRef table) {
                resumed.add(table);
            }
        });
        assertThat(resumed).containsExactly(new TableRef("shop", "a"));
        assertThat(snapshot.manifest().tables().values())
                .extracting(TableManifest::sampledRows)
                .containsExactly(100L, 20000L);
        assertThat(folder.resolve("work/snapshots")).isDirectoryNotContaining(Files::isRegularFile);
    }

    @Test
    void brokenConnectionIsRetriedWithoutLossOrRepetition() {
        List<String> retries = new ArrayList<>();
        boolean[] killed = {false};
        Snapshot snapshot = sampled(new Cancellation(), new SampleListener() {
            @Override
            public void rows(TableRef table, long rowsSoFar) {
                if (table.table().equals("b") && rowsSoFar == 10_000 && !killed[0]) {
                    killed[0] = true;
                    kill();
                }
            }

            @Override
            public void retrying(TableRef table, int attempt, String why) {
                retries.add(table + " " + attempt + " " + why);
            }
        });
        assertThat(killed[0]).isTrue();
        assertThat(SnapshotRows.read(new Workspace(folder.resolve("work")), snapshot, new TableRef("shop", "b")))
                .hasSize(20000)
                .extracting("id")
                .doesNotHaveDuplicates();
        assertThat(retries)
                .allMatch(text -> text.startsWith("shop.b 1 SOURCE_BROKE_OFF: Cannot read 'shop' to the end"));
    }
}
