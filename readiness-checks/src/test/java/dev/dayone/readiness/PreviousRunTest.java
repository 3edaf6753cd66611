package dev.dayone.readiness;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.PilotInfo;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Pushdown;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.expectation.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class PreviousRunTest {
    private static final TableRef DEALS = TableRef.parse("crm.deals");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final TableReport WHOLE = table(10, true, null);

    @TempDir
    Path folder;

    @Test
    void takesTheNewestRunOfThePilotWithAnOlderSnapshot() throws IOException {
        run("20260101-020000-0000", "pilot", NOW.minusSeconds(90_000), table(7, true, null));
        run("20260102-020000-0000", "pilot", NOW.minusSeconds(3_600), WHOLE);
        run("20260102-030000-0000", "another", NOW.minusSeconds(60), table(8, true, null));
        run("20260102-040000-0000", "pilot", NOW, table(9, true, null));
        Files.writeString(
                Files.createDirectories(folder.resolve("runs/20260102-025000-0000"))
                        .resolve("report.json"),
                "{");

        assertThat(previous().table(DEALS)).isEqualTo(new Earlier.Seen("20260102-020000-0000", 10L));
        assertThat(previous().table(TableRef.parse("crm.users"))).isNull();
    }

    @Test
    void knowsTheRowsOfASampleOnlyWhereTheSourceCountedThem() throws IOException {
        run("20260102-020000-0000", "pilot", NOW.minusSeconds(3_600), table(10, false, null));
        assertThat(previous().table(DEALS).rows()).isNull();

        run(
                "20260102-021000-0000",
                "pilot",
                NOW.minusSeconds(3_000),
                table(10, false, new Pushdown(500L, List.of(), null)));
        assertThat(previous().table(DEALS).rows()).isEqualTo(500);
    }

    @Test
    void hasNothingToTellInANewWorkspace() {
        assertThat(previous().table(DEALS)).isNull();
    }

    @Test
    void aCheckOfTodaysRowsLooksAtIt() throws IOException {
        run("20260102-020000-0000", "pilot", NOW.minusSeconds(3_600), WHOLE);
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole("crm.deals", List.of("id bigint"), row(1L), row(2L), row(3L), row(4L));

        CheckResult result = Measurement.measure(
                        new TestPilot()
                                .check(
                                        "crm.deals",
                                        "expect_table_row_count_to_be_close_to_previous",
                                        Map.of("max_decrease", 0.5))
                                .build(),
                        fixture.snapshot(),
                        fixture.workspace(),
                        (step, done, total) -> {})
                .checks()
                .get(0);

        assertThat(result.error()).isNull();
        assertThat(result.verdict()).isEqualTo(CheckVerdict.FAIL);
        assertThat(result.observed()).isEqualTo("4 rows, 10 in run 20260102-020000-0000");
    }

    private PreviousRun previous() {
        Manifest manifest = new Manifest(Manifest.FORMAT, "snap", "pilot", "f", "test", "key", NOW, NOW, Map.of());
        return new PreviousRun(new Workspace(folder), "pilot", manifest);
    }

    private void run(String id, String pilot, Instant sampled, TableReport table) throws IOException {
        RunReport report = new RunReport(
                RunReport.FORMAT,
                new RunInfo(id, "snapshot", sampled, sampled, sampled, "test"),
                new PilotInfo(pilot, "", null, null, null, List.of()),
                GateVerdict.UNDETERMINED,
                "",
                List.of(),
                Map.of(),
                Map.of(DEALS, table),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        Path run = Files.createDirectories(new Workspace(folder).runFolder(id));
        Files.writeString(run.resolve("report.json"), Json.write(report));
    }

    private static TableReport table(long rows, boolean whole, Pushdown pushdown) {
        return new TableReport(rows, rows, whole, SampleMethod.ALL, null, List.of(), List.of(), pushdown, List.of());
    }
}
