package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.PreviousRun;
import dev.dayone.readiness.ReadinessListener;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.engine.TableProfiler;
import dev.dayone.readiness.expectation.Beside;
import dev.dayone.readiness.expectation.Trial;
import dev.dayone.readiness.privacy.Decision;
import dev.dayone.readiness.privacy.VisibilityRule;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Proposes checks for a pilot from one of its snapshots. What the pilot checks already is not proposed. */
public final class Suggester {
    private final Pilot pilot;
    private final Snapshot snapshot;
    private final SnapshotReader reader;
    private final TableProfiler profiler;
    private final Map<TableRef, SnapshotTable> tables;
    private final Beside beside;
    private final ReadinessListener listener;
    private int done;

    private Suggester(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkEngine engine, ReadinessListener listener) {
        this.pilot = pilot;
        this.snapshot = snapshot;
        this.listener = listener;
        this.reader = new SnapshotReader(engine, snapshot, workspace);
        this.profiler = new TableProfiler(reader, workspace);
        this.tables = reader.tables();
        this.beside = new Beside(
                engine, tables, this::selection, new PreviousRun(workspace, pilot.name(), snapshot.manifest()));
    }

    /**
     * The checks to propose, table by table. Throws {@link BadRequestException} if the snapshot's files cannot be read;
     * {@link SourceUnavailableException} if a Spark cluster is not there, or not to the end.
     */
    public static Suggestions suggest(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkSettings settings, ReadinessListener listener) {
        SparkEngine engine = SparkEngine.shared(workspace, settings);
        return engine.answer(() -> new Suggester(pilot, snapshot, workspace, engine, listener).suggest());
    }

    private Suggestions suggest() {
        Map<TableRef, TableSuggestions> found = new LinkedHashMap<>();
        // The widest first, so that the cores are busy to the end.
        tables.values().stream()
                .sorted(Comparator.comparingInt(
                        (SnapshotTable table) -> -table.columns().size()))
                .parallel()
                .forEach(table -> {
                    TableSuggestions of = of(table);
                    synchronized (found) {
                        found.put(table.ref(), of);
                    }
                });
        List<Suggestion> proposed = new ArrayList<>();
        Map<String, Integer> leftOut = new TreeMap<>();
        for (TableRef ref : tables.keySet()) {
            TableSuggestions of = found.get(ref);
            if (of != null) {
                proposed.addAll(of.proposed());
                of.leftOut().forEach((reason, count) -> leftOut.merge(reason, count, Integer::sum));
            }
        }
        return new Suggestions(snapshot.manifest().id(), proposed, leftOut);
    }

    private TableSuggestions of(SnapshotTable table) {
        TableRef ref = table.ref();
        step("suggest " + ref);
        List<ProfiledColumn> profile = profile(table);
        VisibilityRule visibility = new VisibilityRule(ref.table(), selection(ref));
        List<Decision> decisions = IntStream.range(0, profile.size())
                .mapToObj(i -> visibility.decide(
                        table.columns().get(i),
                        profile.get(i).profile(),
                        profile.get(i).signals()))
                .toList();
        TableView.Subject subject = new TableView.Subject(
                table,
                Set.copyOf(pilot.needs().getOrDefault(ref, List.of())),
                Joins.targets(ref, tables),
                beside.earlier().table(ref));
        TableSuggestions suggestions =
                new TableSuggestions(subject, there(ref), new Trial(table, selection(ref), beside));
        suggestions.find(reader, profile, decisions);
        return suggestions;
    }

    private List<ProfiledColumn> profile(SnapshotTable table) {
        return Failure.reading(table.ref(), () -> profiler.profile(table, Keys.positions(table)));
    }

    /** What the pilot asks for already, by a check or a link of its flow. */
    private Set<List<String>> there(TableRef ref) {
        Set<List<String>> there = new HashSet<>();
        for (Expectation check : pilot.checks().getOrDefault(ref, List.of())) {
            there.add(Candidate.identity(check));
        }
        Flow flow = pilot.flow();
        for (Link link : flow == null ? List.<Link>of() : flow.links()) {
            if (link.from().tableRef().equals(ref)) {
                there.add(Joins.identity(link));
            }
        }
        return there;
    }

    private TableSelection selection(TableRef ref) {
        Source source = pilot.sources().get(ref.source());
        return source == null ? TableSelection.DEFAULT : source.table(ref.table());
    }

    private synchronized void step(String step) {
        listener.step(step, done++, tables.size());
    }
}
