package dev.dayone.readiness.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dayone.pilot.History;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SinceLast;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.history.PastRun.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a history does in any database. */
abstract class HistoryContract {
    @TempDir
    Path folder;

    /** An empty database. */
    abstract HistoryPlace place();

    Workspace workspace() {
        return new Workspace(folder);
    }

    @Test
    void givesBackWhatARunMeasured() {
        HistoryPlace place = place();
        RunReport report =
                Reports.on("triage", 0).column("name\0", "text").findings("a").done();
        remember(place, report);

        try (RunHistory history = RunHistory.open(place)) {
            Head head = history.runs("triage").get(0);
            assertThat(head).isEqualTo(RunFacts.of(report).head());
            PastRun run = history.run(head);
            assertThat(run.gates()).isEqualTo(RunFacts.of(report).gates());
            assertThat(run.measures()).hasSameSizeAs(RunFacts.of(report).measures());
            assertThat(run.measures()).contains(RunFacts.of(report).measures().get(0));
            assertThat(run.answers()).isEqualTo(RunFacts.of(report).answers());
            assertThat(run.findings()).isEqualTo(RunFacts.of(report).findings());
            assertThat(run.tables().get(0).columns())
                    .containsExactlyInAnyOrderEntriesOf(java.util.Map.of("wait", "integer", "name ", "text"));
        }
    }

    @Test
    void keepsTwoPilotsApart() {
        HistoryPlace place = place();
        remember(place, Reports.on("triage", 0).findings("a").done());
        RunReport other = remember(place, Reports.on("routing", 0).findings("a").done());
        RunReport later = remember(place, Reports.on("routing", 1).findings("a").done());

        assertThat(other.since()).isNull();
        assertThat(later.since()).isNotNull();
        try (RunHistory history = RunHistory.open(place)) {
            assertThat(history.runs("triage")).extracting(Head::id).containsExactly("run-0");
            assertThat(history.runs("routing")).extracting(Head::id).containsExactly("run-1", "run-0");
        }
    }

    @Test
    void knowsSinceWhenAFindingLasts() {
        HistoryPlace place = place();
        remember(place, Reports.on("triage", 0).findings("a", "b").done());
        remember(place, Reports.on("triage", 1).findings("a").done());
        RunReport third =
                remember(place, Reports.on("triage", 2).findings("a", "b", "c").done());

        assertThat(third.findings())
                .extracting(Finding::id, Finding::knownSince)
                .containsExactly(tuple("a", Reports.FIRST), tuple("b", null), tuple("c", null));
        assertThat(third.since()).isEqualTo(new SinceLast("run-1", Reports.day(1), List.of(), List.of(), 2, 1));
    }

    @Test
    void tellsWhatChanged() {
        HistoryPlace place = place();
        remember(
                place,
                Reports.on("triage", 0).column("due", "date").findings("a").done());
        remember(
                place,
                Reports.on("triage", 1)
                        .rows(1500, 300)
                        .verdict(CheckVerdict.FAIL)
                        .baseline(20)
                        .column("wait", "bigint")
                        .column("team", "text")
                        .findings("b")
                        .done());

        Comparison changed;
        try (RunHistory history = RunHistory.open(place)) {
            List<Head> heads = history.runs("triage");
            changed = Comparison.of(history.run(heads.get(1)), history.run(heads.get(0)));
        }

        assertThat(changed.changes())
                .extracting(Change::text)
                .contains(
                        "The verdict is NOT_READY, was READY",
                        "Gate data is NOT_READY, was READY",
                        "Column wait of desk.tickets is bigint, was integer",
                        "Column team of desk.tickets is new (text)",
                        "Column due of desk.tickets is gone",
                        "desk.tickets: rows is 1,500, was 1,000",
                        "first reply: baseline is 20, was 12",
                        "Check expect_column_values_to_not_be_null of desk.tickets.wait is FAIL, was PASS",
                        "desk.tickets.wait: share filled is 80%, was 98%");
        assertThat(changed.fresh()).extracting(PastRun.Found::id).containsExactly("b");
        assertThat(changed.gone()).extracting(PastRun.Found::id).containsExactly("a");
    }

    @Test
    void takesInRunsThatWereMadeWithoutIt() throws IOException {
        HistoryPlace place = place();
        for (int day : List.of(1, 0)) {
            write(Reports.on("triage", day).findings("a").done());
        }
        write(Reports.on("routing", 7).done());
        Files.writeString(Files.createDirectories(folder.resolve("runs/torn")).resolve("report.json"), "{");

        RunReport third = remember(place, Reports.on("triage", 2).findings("a").done());

        assertThat(third.findings().get(0).knownSince()).isEqualTo(Reports.FIRST);
        try (RunHistory history = RunHistory.open(place)) {
            assertThat(history.runs()).extracting(Head::id).containsExactly("run-2", "run-1", "run-0");
            assertThat(history.takeIn(workspace())).isEqualTo(1);
            assertThat(history.takeIn(workspace())).isZero();
        }
    }

    @Test
    void remembersARunOnce() {
        HistoryPlace place = place();
        remember(place, Reports.on("triage", 0).done());
        remember(place, Reports.on("triage", 0).done());

        try (RunHistory history = RunHistory.open(place)) {
            assertThat(history.runs()).hasSize(1);
        }
    }

    @Test
    void aRunThatWasBegunAndNotKeptIsNotThereAtAll() throws SQLException {
        HistoryPlace place = place();
        remember(place, Reports.on("triage", 0).done());
        try (RunHistory history = RunHistory.open(place)) {
            RunReport told = history.begin(
                    Reports.on("triage", 1).done(), History.DEFAULT, workspace(), UnaryOperator.identity());
            assertThat(told.since()).isNotNull();
        }

        try (RunHistory history = RunHistory.open(place)) {
            assertThat(history.runs()).extracting(Head::id).containsExactly("run-0");
            history.begin(Reports.on("triage", 1).done(), History.DEFAULT, workspace(), UnaryOperator.identity());
            history.keep();
        }
        try (RunHistory history = RunHistory.open(place)) {
            assertThat(history.runs()).extracting(Head::id).containsExactly("run-1", "run-0");
            assertThat(history.run(history.runs().get(0)).measures()).isNotEmpty();
            assertThat(history.repository().load().get().size()).isEqualTo(2);
        }
    }

    @Test
    void aJumpIsAFindingOnceThereAreEnoughRuns() {
        HistoryPlace place = place();
        for (int day = 0; day < 7; day++) {
            RunReport usual = remember(
                    place,
                    Reports.on("triage", day).rows(1000 + day % 3, 20 + day % 2).done());
            assertThat(usual.findings()).isEmpty();
        }

        RunReport jumped =
                remember(place, Reports.on("triage", 7).rows(1001, 400).done());

        assertThat(jumped.findings())
                .extracting(Finding::kind, Finding::title)
                .containsExactly(tuple("drift", "desk.tickets.wait: share filled is 60%, usually 98%"));
    }

    @Test
    void bringsAnOlderSchemaUpToDate() throws SQLException {
        HistoryPlace place = place();
        HistoryDatabase.flyway(place, "1");
        remember(place, Reports.on("triage", 0).done());

        try (Connection connection = HistoryDatabase.open(place);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM dayone_deequ_result")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    RunReport remember(HistoryPlace place, RunReport report) {
        try (RunHistory history = RunHistory.open(place)) {
            return history.remember(report, History.DEFAULT, workspace(), UnaryOperator.identity());
        }
    }

    void write(RunReport report) throws IOException {
        Path run = Files.createDirectories(workspace().runFolder(report.run().id()));
        Files.writeString(run.resolve("report.json"), Json.write(report));
    }
}
