package dev.dayone.readiness.history;

import dev.dayone.pilot.History;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SinceLast;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.engine.HistoryRepository;
import dev.dayone.readiness.history.PastRun.Found;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.render.ReportReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The runs of pilots, remembered in a database. To be used by one thread, and closed. */
public final class RunHistory implements AutoCloseable {
    /** As many earlier snapshots say what is usual. */
    private static final int SNAPSHOTS = 60;

    private static final int CHANGES = 12;
    private static final int GONE = 8;

    private final HistoryPlace place;
    private final Connection connection;
    private final RunTables tables;
    private boolean begun;

    private RunHistory(HistoryPlace place, Connection connection) {
        this.place = place;
        this.connection = connection;
        this.tables = new RunTables(connection);
    }

    /** Opens a history, or begins one. Throws {@link SourceUnavailableException} HISTORY_UNREACHABLE. */
    public static RunHistory open(HistoryPlace place) {
        return new RunHistory(place, HistoryDatabase.open(place));
    }

    /**
     * Remembers a finished run, and the earlier ones in its workspace that are not known yet. Answers the report with what
     * has drifted, since when findings are known, and what changed since the run before.
     *
     * @param ranked puts findings in their order
     */
    public RunReport remember(
            RunReport report, History settings, Workspace workspace, UnaryOperator<List<Finding>> ranked) {
        RunReport told = begin(report, settings, workspace, ranked);
        keep();
        return told;
    }

    /** The same, but the run is remembered once {@link #keep} is called: nothing of it is there before, nor else. */
    public RunReport begin(
            RunReport report, History settings, Workspace workspace, UnaryOperator<List<Finding>> ranked) {
        begun = true;
        try {
            takeIn(report.pilot().name(), workspace, report.run().id());
            RunReport told = compared(report, settings, ranked);
            save(told);
            return told;
        } catch (SQLException e) {
            throw HistoryDatabase.failed(place, e);
        }
    }

    /** Remembers the run that was begun. */
    public void keep() {
        answer(() -> begun = false);
    }

    /** Takes in the finished runs of a pilot in a workspace that are not known yet. Answers how many. */
    public int takeIn(String pilot, Workspace workspace) {
        return answer(() -> takeIn(pilot, workspace, ""));
    }

    /** The same of every pilot there. */
    public int takeIn(Workspace workspace) {
        return answer(() -> takeIn(null, workspace, ""));
    }

    /** The runs of a pilot, by when they were sampled, newest first. */
    public List<Head> runs(String pilot) {
        return answer(() -> tables.heads(pilot));
    }

    /** The runs of all pilots. */
    public List<Head> runs() {
        return answer(tables::heads);
    }

    /** All that is remembered of a run. */
    public PastRun run(Head head) {
        return answer(() -> tables.load(head));
    }

    /** What is remembered, behind Deequ's interface. It works as long as this is open. */
    public HistoryRepository repository() {
        return new HistoryRepository(new DeequTable(place, connection));
    }

    private int takeIn(@Nullable String pilot, Workspace workspace, String but) throws SQLException {
        Set<String> known = new HashSet<>(pilot == null ? tables.ids() : tables.ids(pilot));
        List<RunReport> unknown = new ArrayList<>();
        for (Path folder : workspace.finishedRuns()) {
            String id = String.valueOf(folder.getFileName());
            if (!known.contains(id) && !id.equals(but)) {
                read(folder)
                        .filter(report -> pilot == null || report.pilot().name().equals(pilot))
                        .ifPresent(unknown::add);
            }
        }
        unknown.sort(Comparator.comparing(report -> report.run().sampledAt()));
        for (RunReport report : unknown) {
            save(known(report, earlier(report)));
            connection.commit();
        }
        return unknown.size();
    }

    private static Optional<RunReport> read(Path folder) {
        try {
            return Optional.of(ReportReader.read(folder.resolve("report.json")));
        } catch (BadRequestException e) {
            return Optional.empty(); // a damaged report is no reason not to remember the others
        }
    }

    private void save(RunReport report) throws SQLException {
        if (tables.ids(report.pilot().name()).contains(report.run().id())) {
            return;
        }
        tables.save(RunFacts.of(report));
        Map<Map<String, String>, TableReport> byTags = new LinkedHashMap<>();
        report.tables()
                .forEach((ref, table) -> byTags.put(
                        DeequTable.tags(report.pilot().name(), report.run().id(), ref.toString()), table));
        new DeequTable(place, connection)
                .insert(
                        report.run().sampledAt(),
                        HistoryRepository.written(report.run().sampledAt(), byTags));
    }

    private Optional<PastRun> earlier(RunReport report) throws SQLException {
        return tables.before(
                report.pilot().name(), report.run().snapshot(), report.run().sampledAt());
    }

    private RunReport compared(RunReport report, History settings, UnaryOperator<List<Finding>> ranked)
            throws SQLException {
        List<Finding> drifted = drifted(report, settings);
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.addAll(drifted);
        RunReport whole = drifted.isEmpty() ? report : report.compared(ranked.apply(findings), null);
        return known(whole, earlier(report));
    }

    private List<Finding> drifted(RunReport report, History settings) throws SQLException {
        List<Drift.Day> runs = new ArrayList<>();
        Set<String> snapshots = new HashSet<>(Set.of(report.run().snapshot()));
        for (Head head : tables.heads(report.pilot().name())) {
            boolean before = head.sampledAt().isBefore(report.run().sampledAt());
            // A snapshot that is checked twice tells what is usual once.
            if (before
                    && runs.size() < SNAPSHOTS
                    && !settings.leavesOut(head.sampledAt())
                    && snapshots.add(head.snapshot())) {
                runs.add(new Drift.Day(weekday(head.sampledAt()), tables.measures(head)));
            }
        }
        if (runs.size() < settings.minimumRuns()) {
            return List.of();
        }
        Collections.reverse(runs);
        return new Drift(runs, settings.minimumRuns())
                .of(new Drift.Day(weekday(report.run().sampledAt()), Measures.of(report)));
    }

    private static DayOfWeek weekday(Instant time) {
        return time.atZone(ZoneOffset.UTC).getDayOfWeek();
    }

    private static RunReport known(RunReport report, Optional<PastRun> earlier) {
        if (earlier.isEmpty()) {
            return report;
        }
        PastRun before = earlier.get();
        List<Finding> findings = report.findings().stream()
                .map(finding -> before.found(finding.id())
                        .map(Found::knownSince)
                        .map(finding::knownSince)
                        .orElse(finding))
                .toList();
        RunReport told = report.compared(findings, null);
        Comparison comparison = Comparison.of(before, RunFacts.of(told));
        return told.compared(
                findings,
                new SinceLast(
                        before.head().id(),
                        before.head().sampledAt(),
                        comparison.changes().stream()
                                .map(Change::text)
                                .limit(CHANGES)
                                .toList(),
                        comparison.gone().stream().map(Found::title).limit(GONE).toList(),
                        comparison.fresh().size(),
                        comparison.lasting().size()));
    }

    private <T> T answer(Question<T> question) {
        try {
            boolean done = false;
            try {
                T answer = question.ask();
                connection.commit();
                done = true;
                return answer;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw HistoryDatabase.failed(place, e);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    @Override
    public void close() {
        try (connection) {
            if (begun) {
                connection.rollback();
            } else {
                connection.commit();
            }
        } catch (SQLException e) {
            throw HistoryDatabase.failed(place, e);
        }
    }
}
