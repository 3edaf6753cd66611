package dev.dayone.readiness;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.discovery.AllValues;
import dev.dayone.readiness.discovery.Discovery;
import dev.dayone.readiness.discovery.KeyColumns;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.engine.TableProfiler;
import dev.dayone.readiness.expectation.Beside;
import dev.dayone.readiness.expectation.Checks;
import dev.dayone.readiness.flow.Walked;
import dev.dayone.readiness.link.Links;
import dev.dayone.readiness.link.References;
import dev.dayone.readiness.link.agree.Agreements;
import dev.dayone.readiness.link.agree.CrossReferences;
import dev.dayone.readiness.mess.Neighbour;
import dev.dayone.readiness.mess.RowDefects;
import dev.dayone.readiness.mess.TableDefects;
import dev.dayone.readiness.metric.Metrics;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.Mask;
import dev.dayone.readiness.privacy.VisibilityRule;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.statistic.ColumnIntervals;
import dev.dayone.readiness.table.NearestName;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures a snapshot for a pilot: profiles every table, asks its checks, then links and metrics. What cannot be measured
 * is an answer of its own; only a snapshot that cannot be read throws. Values in the evidence are masked.
 */
public final class Measurement {
    /** Rows of a table that keeps no core busy for long. */
    private static final long FEW_ROWS = 20_000;

    private final Pilot pilot;
    private final Workspace workspace;
    private @Nullable WorkspaceKey key;
    private final SparkEngine engine;
    private final TableProfiler profiler;
    private final Map<TableRef, SnapshotTable> tables;
    private final Map<TableRef, Set<Integer>> hidden = new LinkedHashMap<>();
    private final Beside beside;
    private final ReadinessListener listener;
    private final int steps;
    private int done;

    private Measurement(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkSettings settings, ReadinessListener listener) {
        this.pilot = pilot;
        this.workspace = workspace;
        this.listener = listener;
        this.engine = SparkEngine.shared(workspace, settings);
        if (!pilot.metrics().isEmpty()) {
            engine.rehearse();
        }
        SnapshotReader reader = new SnapshotReader(engine, snapshot, workspace);
        this.profiler = new TableProfiler(reader, workspace);
        this.tables = reader.tables();
        this.beside = new Beside(
                engine, tables, this::selection, new PreviousRun(workspace, pilot.name(), snapshot.manifest()));
        this.steps =
                tables.size() + (links().isEmpty() ? 0 : 1) + pilot.metrics().size();
    }

    /** The evidence, calculated where Spark usually does. */
    public static Evidence measure(Pilot pilot, Snapshot snapshot, Workspace workspace, ReadinessListener listener) {
        return measure(pilot, snapshot, workspace, SparkSettings.USUAL, listener);
    }

    /**
     * The evidence. The Spark session is started on first use and stays for the next call; {@link SparkEngine#close}
     * ends it. Throws {@link BadRequestException} if the snapshot's files cannot be read: missing, damaged, or under
     * another key; {@link SourceUnavailableException} if a cluster is not there, or not to the end.
     */
    public static Evidence measure(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkSettings settings, ReadinessListener listener) {
        Measurement measurement = new Measurement(pilot, snapshot, workspace, settings, listener);
        return measurement.engine.answer(() -> measurement.measure());
    }

    /** Begins to load in the background what {@link #measure} needs. Nothing is started and no file is touched. */
    public static void load() {
        SparkEngine.load();
    }

    /**
     * Starts in the background what {@link #measure} needs, some seconds of work, while sources are still being read. A
     * failure is not told here: measuring meets it again.
     */
    public static void prepare(Workspace workspace, SparkSettings settings) {
        Thread thread = new Thread(() -> SparkEngine.shared(workspace, settings), "dayone-prepare");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
    }

    private Evidence measure() {
        Map<TableRef, TableReport> reports = new LinkedHashMap<>();
        Map<TableRef, List<CheckResult>> byTable = new LinkedHashMap<>();
        List<Finding> inRows = new ArrayList<>();
        Map<TableRef, KeyColumns> keys = new LinkedHashMap<>();
        List<Neighbour> neighbours = new ArrayList<>();
        measured().forEach((ref, measured) -> {
            reports.put(ref, measured.report());
            byTable.put(ref, measured.checks());
            inRows.addAll(measured.inRows());
            keys.put(ref, measured.keys());
            neighbours.add(measured.neighbour());
            if (!measured.hidden().isEmpty()) {
                hidden.put(ref, measured.hidden());
            }
        });
        List<CheckResult> checks = new ArrayList<>();
        pilot.checks()
                .forEach((ref, expectations) -> checks.addAll(
                        byTable.containsKey(ref)
                                ? byTable.getOrDefault(ref, List.of())
                                : unanswered(ref, expectations)));
        CompletableFuture<List<LinkResult>> links = links().isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : CompletableFuture.supplyAsync(() -> measuredLinks(reports));
        if (tables.values().stream().anyMatch(table -> !isSmall(table))) {
            links.join();
        }
        CompletableFuture<List<Finding>> dangling =
                CompletableFuture.supplyAsync(() -> new References(tables, reports).dangling(links()));
        CompletableFuture<List<Finding>> clocks =
                CompletableFuture.supplyAsync(() -> new CrossReferences(tables, reports).clocks(links()));
        CompletableFuture<@Nullable Walked> walked =
                CompletableFuture.supplyAsync(() -> new FlowEvidence(pilot, tables, beside).of(reports, checks));
        List<MetricResult> metrics = new ArrayList<>();
        Metrics metric = new Metrics(engine, tables, hidden, Metrics.LIMIT);
        for (Metric one : pilot.metrics()) {
            step("metric " + one.name());
            metrics.add(metric.measure(one));
        }
        List<Finding> acrossTables = TableDefects.of(neighbours);
        Set<String> typed = acrossTables.stream()
                .filter(TableDefects::isTypedReference)
                .map(Finding::place)
                .collect(Collectors.toSet());
        inRows.addAll(acrossTables);
        dangling.join().stream()
                .filter(finding -> !typed.contains(finding.place()))
                .forEach(inRows::add);
        inRows.addAll(clocks.join());
        return new Evidence(
                reports,
                checks,
                links.join(),
                metrics,
                walked.join(),
                inRows,
                Discovery.find(List.copyOf(keys.values()), AllValues.UNKNOWN, links()));
    }

    private List<LinkResult> measuredLinks(Map<TableRef, TableReport> reports) {
        step("links");
        return new Agreements(tables, reports).of(new Links(tables).measure(links()));
    }

    private static boolean isSmall(SnapshotTable table) {
        return table.manifest().sampledRows() <= FEW_ROWS;
    }

    /** What is told of a table; {@code hidden}: the positions of columns whose values are not shown. */
    private record Measured(
            TableReport report,
            List<CheckResult> checks,
            Set<Integer> hidden,
            List<Finding> inRows,
            KeyColumns keys,
            Neighbour neighbour) {}

    /** Every table: large ones one after the other, for each keeps all cores busy; small ones side by side. */
    private Map<TableRef, Measured> measured() {
        Map<TableRef, Measured> small = tables.values().parallelStream()
                .filter(Measurement::isSmall)
                .collect(Collectors.toConcurrentMap(SnapshotTable::ref, this::measured));
        Map<TableRef, Measured> all = new LinkedHashMap<>();
        tables.forEach((ref, table) -> {
            Measured known = small.get(ref);
            all.put(ref, known == null ? measured(table) : known);
        });
        return all;
    }

    private Measured measured(SnapshotTable table) {
        step("profile " + table.ref());
        Checks checks =
                new Checks(table, pilot.checks().getOrDefault(table.ref(), List.of()), selection(table.ref()), beside);
        List<ProfiledColumn> profile = profile(table, checks.uniqueness());
        VisibilityRule visibility = new VisibilityRule(table.ref().table(), selection(table.ref()));
        Set<Integer> unshown = new HashSet<>();
        List<Decision> decisions = new ArrayList<>();
        List<ColumnReport> columns = new ArrayList<>();
        for (int i = 0; i < profile.size(); i++) {
            ColumnInfo info = table.columns().get(i);
            ProfiledColumn column = profile.get(i);
            Decision decision = visibility.decide(info, column.profile(), column.signals());
            decisions.add(decision);
            if (!decision.shown()) {
                unshown.add(i);
            }
            ColumnProfile shown = Mask.profile(column.profile(), decision);
            columns.add(new ColumnReport(
                    info.name(),
                    info.sourceType(),
                    info.type(),
                    decision.visibility(),
                    decision.reason(),
                    shown,
                    ColumnIntervals.of(shown, table.drawing(), column.windows())));
        }
        TableManifest manifest = table.manifest();
        TableReport report = new TableReport(
                table.sourceRows(),
                manifest.sampledRows(),
                manifest.whole(),
                manifest.used(),
                manifest.note(),
                manifest.info().key(),
                manifest.linked(),
                manifest.pushdown(),
                columns);
        RowDefects.Found inRows = inRows(table, report);
        return new Measured(
                report,
                checks.run(profile, decisions, this::hash),
                unshown,
                inRows.findings(),
                KeyColumns.of(table, profile),
                Neighbour.of(table, report, profile, inRows));
    }

    private static RowDefects.Found inRows(SnapshotTable table, TableReport report) {
        return Failure.reading(table.ref(), () -> RowDefects.of(table, report));
    }

    private List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        return Failure.reading(table.ref(), () -> profiler.profile(table, uniqueness));
    }

    private List<CheckResult> unanswered(TableRef ref, List<Expectation> expectations) {
        String error = "The snapshot has no table '" + ref + "'"
                + NearestName.hint(
                        ref.toString(),
                        tables.keySet().stream().map(TableRef::toString).toList());
        return expectations.stream()
                .map(expectation -> new CheckResult(
                        ref,
                        expectation.type(),
                        expectation.kwargs(),
                        expectation.severity(),
                        CheckVerdict.NO_ANSWER,
                        null,
                        0,
                        0,
                        null,
                        null,
                        null,
                        false,
                        RowsMeant.EVERY_ROW,
                        List.of(),
                        List.of(),
                        error,
                        expectation.meta()))
                .toList();
    }

    private synchronized String hash(String value) {
        WorkspaceKey opened = key == null ? WorkspaceKey.open(workspace) : key;
        key = opened;
        return opened.hash(value);
    }

    private TableSelection selection(TableRef ref) {
        Source source = pilot.sources().get(ref.source());
        return source == null ? TableSelection.DEFAULT : source.table(ref.table());
    }

    private List<dev.dayone.pilot.Link> links() {
        Flow flow = pilot.flow();
        return flow == null ? List.of() : flow.links();
    }

    private synchronized void step(String step) {
        listener.step(step, done++, steps);
    }
}
