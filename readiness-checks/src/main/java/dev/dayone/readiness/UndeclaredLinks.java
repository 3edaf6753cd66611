package dev.dayone.readiness;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.discovery.Discovery;
import dev.dayone.readiness.discovery.KeyColumns;
import dev.dayone.readiness.engine.Failure;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.engine.TableProfiler;
import dev.dayone.readiness.link.Links;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the links between a snapshot's tables that its pilot does not name, and measures each row by row. */
public final class UndeclaredLinks {
    private final SnapshotReader reader;
    private final TableProfiler profiler;
    private final ReadinessListener listener;
    private int done;

    private UndeclaredLinks(Snapshot snapshot, Workspace workspace, SparkEngine engine, ReadinessListener listener) {
        this.reader = new SnapshotReader(engine, snapshot, workspace);
        this.profiler = new TableProfiler(reader, workspace);
        this.listener = listener;
    }

    /**
     * What was found.
     *
     * @param columns that were compared with each other
     * @param searched how long that took
     */
    public record Found(int tables, int columns, Duration searched, List<DiscoveredLink> links) {
        public Found {
            links = List.copyOf(links);
        }

        /** The same, but for some links that were measured on a second sample; those that it refutes are left out. */
        public Found with(List<DiscoveredLink> measured) {
            Map<Link, DiscoveredLink> again =
                    measured.stream().collect(Collectors.toMap(DiscoveredLink::link, Function.identity()));
            return new Found(
                    tables,
                    columns,
                    searched,
                    links.stream()
                            .map(link -> again.getOrDefault(link.link(), link))
                            .filter(link -> !link.refuted())
                            .toList());
        }
    }

    /**
     * Looks for them. Throws {@link BadRequestException} if the snapshot's files cannot be read;
     * {@link SourceUnavailableException} if a Spark cluster is not there, or not to the end.
     */
    public static Found find(
            Pilot pilot, Snapshot snapshot, Workspace workspace, SparkSettings settings, ReadinessListener listener) {
        SparkEngine engine = SparkEngine.shared(workspace, settings);
        return engine.answer(() -> new UndeclaredLinks(snapshot, workspace, engine, listener).find(pilot));
    }

    /** The same links, measured on the rows of another snapshot. It throws as {@link #find} does. */
    public static List<DiscoveredLink> measure(
            List<DiscoveredLink> links, Snapshot snapshot, Workspace workspace, SparkSettings settings) {
        SparkEngine engine = SparkEngine.shared(workspace, settings);
        return engine.answer(
                () -> new UndeclaredLinks(snapshot, workspace, engine, (step, done, steps) -> {}).measured(links));
    }

    private Found find(Pilot pilot) {
        Map<TableRef, SnapshotTable> tables = reader.tables();
        Map<TableRef, KeyColumns> columns = new ConcurrentHashMap<>();
        tables.values().parallelStream().forEach(table -> columns.put(table.ref(), columns(table, tables.size())));
        Instant start = Instant.now();
        Flow flow = pilot.flow();
        List<DiscoveredLink> found = Discovery.find(
                tables.keySet().stream().map(columns::get).toList(),
                new ColumnValues(tables),
                flow == null ? List.of() : flow.links());
        Duration searched = Duration.between(start, Instant.now());
        int compared = columns.values().stream().mapToInt(KeyColumns::count).sum();
        return new Found(tables.size(), compared, searched, measured(found));
    }

    private KeyColumns columns(SnapshotTable table, int tables) {
        synchronized (this) {
            listener.step("profile " + table.ref(), done++, tables + 1);
        }
        return Failure.reading(table.ref(), () -> KeyColumns.of(table, profiler.profile(table, Set.of())));
    }

    private List<DiscoveredLink> measured(List<DiscoveredLink> found) {
        Map<TableRef, SnapshotTable> tables = reader.tables();
        listener.step("links", tables.size(), tables.size() + 1);
        List<Link> links = found.stream().map(DiscoveredLink::link).toList();
        List<LinkResult> results = links.isEmpty() ? List.of() : new Links(tables).measure(links);
        List<DiscoveredLink> measured = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            measured.add(found.get(i).with(results.get(i)));
        }
        return measured;
    }
}
