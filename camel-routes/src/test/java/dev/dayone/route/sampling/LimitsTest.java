package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dayone.pilot.Hours;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.route.fault.TcpProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run stops at its limits, says so, and the next goes on. */
final class LimitsTest {
    private static final TableRef ROWS = new TableRef("shop", "rows");

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Postgres.run("postgres", "CREATE DATABASE limits");
        Postgres.run(
                "limits",
                "CREATE TABLE rows (id int PRIMARY KEY, body text)",
                "INSERT INTO rows SELECT i, repeat('x', 100) FROM generate_series(1, 7000) i",
                "CREATE TABLE other (id int PRIMARY KEY)",
                "INSERT INTO other SELECT generate_series(1, 10)",
                "CREATE TABLE loose (v int)",
                "INSERT INTO loose SELECT generate_series(1, 9000)",
                "ANALYZE");
    }

    private static Limits limits(RunLimits run, @Nullable Hours hours, double slowdown) {
        return new Limits(
                1, 1_000, 200_000, Duration.ofSeconds(30), Duration.ofSeconds(2), run, hours, slowdown, 1_000_000);
    }

    private static Pilot rows(Limits limits, String... parameters) {
        return pilot(Postgres.with(source("limits", Map.of("rows", sample(SampleMethod.ALL, 1)), parameters), limits));
    }

    private static DayoneException limited(Runs runs, Pilot pilot) {
        DayoneException failure = catchThrowableOfType(DayoneException.class, () -> runs.run(pilot));
        assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
        assertThat(failure.code().fault().exitCode()).isEqualTo(3);
        return failure;
    }

    @Test
    void rowsOfRunEndItAndRunningAgainGoesOnUntilAllIsThere() {
        Runs runs = new Runs(folder, 0);
        Pilot pilot = rows(limits(new RunLimits(2_500, 1L << 40, Duration.ofHours(1)), null, 0));
        int stopped = 0;
        Snapshot snapshot = null;
        while (snapshot == null) {
            if (stopped < 2) {
                assertThat(limited(runs, pilot))
                        .hasMessageStartingWith(
                                "Cannot read 'shop' any further in this run: its limit 'runRows of 2,500' is"
                                        + " reached, expected to stop there. What was read is kept: run again to go on, or raise"
                                        + " 'runRows' in the source's limits. Read to the end: none. In part: shop.rows.");
                stopped++;
            } else {
                snapshot = runs.run(pilot);
            }
        }
        assertThat(runs.rows(snapshot, ROWS)).hasSize(7_000).extracting("id").doesNotHaveDuplicates();
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        assertThat(receipt.runs()).isEqualTo(3);
    }

    @Test
    void bytesOfRunEndIt() {
        assertThat(limited(
                        new Runs(folder, 0),
                        rows(limits(new RunLimits(1_000_000, 300_000, Duration.ofHours(1)), null, 0))))
                .hasMessageContaining("its limit 'runBytes of 300,000' is reached")
                .hasMessageContaining("In part: shop.rows");
    }

    @Test
    void timeOfRunEndsItAndOtherSourcesGoOn() {
        Runs runs = new Runs(folder, 0);
        // A thousand rows a second, so seven seconds of the run's own time.
        Source slow = Postgres.with(
                source("limits", Map.of("rows", sample(SampleMethod.ALL, 1))),
                limits(new RunLimits(1_000_000, 1L << 40, Duration.ofSeconds(3)), null, 0));
        Source near = source("limits", Map.of("other", sample(SampleMethod.ALL, 1)));
        Source other = new Source("near", near.connector(), near.parameters(), near.limits(), near.tables(), true);
        assertThat(limited(runs, pilot(slow, other)))
                .hasMessageContaining("its limit 'runTime of 3 s' is reached")
                .hasMessageContaining("Read to the end: near.other. In part: shop.rows.");
    }

    @Test
    void tableWithoutKeyIsCutByLimitAndNotShownAsWhole() {
        Map<String, TableSelection> tables = new LinkedHashMap<>();
        tables.put("loose", sample(SampleMethod.ALL, 1));
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot(Postgres.with(
                source("limits", tables), limits(new RunLimits(4_000, 1L << 40, Duration.ofHours(1)), null, 0))));
        TableManifest loose = Objects.requireNonNull(snapshot.manifest().table(new TableRef("shop", "loose")));
        assertThat(loose.whole()).isFalse();
        assertThat(loose.sampledRows()).isEqualTo(4_000);
        assertThat(loose.note())
                .isEqualTo("a limit of the run ended the sample, as the table has no key to go on from");
    }

    @Test
    void outsideOfItsHoursSourceIsSentNothing() {
        Runs runs = new Runs(folder, 0);
        LocalTime now = LocalTime.ofInstant(runs.time.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        Hours hours = new Hours(now.plusHours(2), now.plusHours(3), ZoneOffset.UTC);
        try (TcpProxy proxy = TcpProxy.before(Postgres.server().getPort())) {
            Pilot pilot = rows(limits(RunLimits.DEFAULT, hours, 0), "port", String.valueOf(proxy.port()));
            assertThat(limited(runs, pilot))
                    .hasMessageContaining("Cannot read 'shop' now: it is ")
                    .hasMessageContaining("expected " + hours + ", the source's limit 'hours'");
            assertThat(proxy.accepted()).isZero();
            runs.time.forward(Duration.ofMinutes(130));
            assertThat(runs.rows(runs.run(pilot), ROWS)).hasSize(7_000);
        }
    }

    @Test
    void sourceIsLeftAloneWhenItsHoursEnd() {
        Runs runs = new Runs(folder, 0);
        Instant now = runs.time.now();
        LocalTime start = LocalTime.ofInstant(now, ZoneOffset.UTC).minusHours(1);
        Hours hours = new Hours(start, start.plusHours(2), ZoneOffset.UTC);
        Pilot pilot = rows(limits(RunLimits.DEFAULT, hours, 0));
        assertThatThrownBy(() -> runs.run(pilot, new SampleListener() {
                    @Override
                    public void rows(TableRef table, long rowsSoFar) {
                        runs.time.forward(Duration.ofMinutes(40));
                    }
                }))
                .hasMessageContaining("the source's limit 'hours'")
                .hasMessageContaining("In part: shop.rows");
    }

    @Test
    void slowSourceIsLeftAloneForLongerAndLongerUntilItIsQuickAgain() {
        Runs runs = new Runs(folder, 0);
        List<Duration> pauses = new ArrayList<>();
        try (TcpProxy proxy = TcpProxy.before(Postgres.server().getPort())) {
            Pilot pilot =
                    rows(limits(RunLimits.DEFAULT, null, 5), "port", String.valueOf(proxy.port()), "tls", "disable");
            Snapshot snapshot = runs.run(pilot, new SampleListener() {
                @Override
                public void rows(TableRef table, long rowsSoFar) {
                    if (rowsSoFar >= 3_000 && pauses.isEmpty()) {
                        proxy.delay(Duration.ofMillis(60));
                    }
                }

                @Override
                public void pausing(TableRef table, Duration pause) {
                    pauses.add(pause);
                    if (pauses.size() == 2) {
                        proxy.delay(Duration.ZERO);
                    }
                }
            });
            assertThat(runs.rows(snapshot, ROWS)).hasSize(7_000);
        }
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(runs.time.pauses()).contains(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void sourceThatAsksForLongerThanTheRunLastsIsNotWaitedFor() {
        SwiftTime time = new SwiftTime();
        SamplingRequest.Settings settings =
                new SamplingRequest.Settings(new RetryPolicy(3, Duration.ofMillis(10)), 1, new Cancellation(), time);
        Source source =
                Postgres.with(source("limits", Map.of()), limits(new RunLimits(1, 1, Duration.ofMinutes(10)), null, 0));
        Retries retries = new Retries(settings.retry(), settings, new RunBudget(source, time));
        int[] asked = {0};
        assertThatThrownBy(() -> retries.call(
                        () -> {
                            asked[0]++;
                            Duration wait = asked[0] == 1 ? Duration.ofMinutes(4) : Duration.ofHours(1);
                            throw new SourceUnavailableException(ErrorCode.SOURCE_UNREACHABLE, "busy", null, wait);
                        },
                        (why, attempt) -> {}))
                .hasMessage("busy");
        assertThat(asked[0]).isEqualTo(2);
        assertThat(time.pauses()).containsExactly(Duration.ofMinutes(4));
    }

    @Test
    void delaysDoubleDifferAndEnd() {
        RetryPolicy policy = RetryPolicy.DEFAULT;
        assertThat(policy.delay(1, 0)).isEqualTo(Duration.ofMillis(250));
        assertThat(policy.delay(1, 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(policy.delay(4, 1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.delay(40, 1)).isEqualTo(Duration.ofSeconds(30));
    }
}
