package dev.dayone.readiness.flow;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.TableRef;
import dev.dayone.readiness.flow.Stop.Found;
import dev.dayone.readiness.flow.Stop.Visited;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the flow's records, each by itself. Where there are more than can be held in memory, every second, third or
 * n-th of them; of the tables that they lead to, the rows that they lead to are held and no others.
 */
public final class FlowWalk {
    private static final int MOST_RECORDS = 100_000;
    private static final String NO_KEY = "no key";
    private static final String NOT_FOUND = "key not found";
    private static final String REPEATED = "key in several rows";

    private final Flow flow;
    private final Map<TableRef, SnapshotTable> tables;
    private final Questions questions;
    private final int most;

    private final Map<TableRef, Stop> stops = new LinkedHashMap<>();
    private final Map<TableRef, @Nullable Visited[]> visited = new LinkedHashMap<>();

    /** Over the tables of one snapshot. */
    public FlowWalk(Flow flow, Map<TableRef, SnapshotTable> tables, Questions questions) {
        this(flow, tables, questions, MOST_RECORDS);
    }

    /** {@code most}: as many records are followed. */
    FlowWalk(Flow flow, Map<TableRef, SnapshotTable> tables, Questions questions, int most) {
        this.flow = flow;
        this.tables = tables;
        this.questions = questions;
        this.most = most;
    }

    /** What becomes of the records; null: there are none, or a table or column of the flow is not there. */
    public @Nullable Walked walk() {
        if (!isWhole()) {
            return null;
        }
        Stop start = stop(flow.start());
        long every = Math.max(1, (start.table().manifest().sampledRows() + most - 1) / most);
        Visited[] records = start.rows(row -> row % every == 0).toArray(Visited[]::new);
        if (records.length == 0) {
            return null;
        }
        Tally tally = new Tally(
                records.length,
                (hits, rows) -> new Rate(hits, rows, start.table().drawingOfMeant()).interval());
        arrive(flow.start(), start, records, tally);
        boolean atLeast = false;
        for (Link link : flow.links()) {
            @Nullable Visited[] from = visited.get(link.from().tableRef());
            if (from != null) {
                atLeast |= follow(link, from, tally) && !isWholeFor(link);
            }
        }
        Map<TableRef, Long> reached = new LinkedHashMap<>();
        visited.forEach((table, rows) -> reached.put(
                table, Arrays.stream(rows).filter(row -> row != null).count()));
        return tally.walked(flow.start(), atLeast, reached);
    }

    private boolean isWhole() {
        return tables.containsKey(flow.start())
                && flow.links().stream().allMatch(link -> isThere(link.from()) && isThere(link.to()));
    }

    private boolean isThere(ColumnRef column) {
        SnapshotTable table = tables.get(column.tableRef());
        return table != null && table.position(column.column()) >= 0;
    }

    private boolean isWholeFor(Link link) {
        return stop(link.to().tableRef())
                .table()
                .manifest()
                .isWholeFor(link.from(), link.to().column());
    }

    private Stop stop(TableRef ref) {
        return stops.computeIfAbsent(ref, table -> {
            SnapshotTable there = tables.get(table);
            if (there == null) {
                throw new IllegalStateException("Table '" + table + "' was there a moment ago.");
            }
            List<Link> onward = flow.links().stream()
                    .filter(link -> link.from().tableRef().equals(table))
                    .toList();
            return new Stop(there, questions.of(there), onward);
        });
    }

    /** Asks the rows that the records have come to. */
    private void arrive(TableRef table, Stop stop, @Nullable Visited[] rows, Tally tally) {
        visited.put(table, rows);
        List<Question> asked = stop.questions();
        for (int i = 0; i < asked.size(); i++) {
            Tally.Step step = tally.step(asked.get(i), table);
            for (int record = 0; record < rows.length; record++) {
                Visited row = rows[record];
                if (row != null) {
                    step.came(record, row.wrong().get(i));
                }
            }
        }
    }

    /** Follows a link; whether a key was not found. */
    private boolean follow(Link link, @Nullable Visited[] from, Tally tally) {
        Set<String> wanted = new HashSet<>();
        for (Visited row : from) {
            String key = row == null ? null : row.keys().get(link);
            if (key != null) {
                wanted.add(key);
            }
        }
        TableRef to = link.to().tableRef();
        Stop stop = stop(to);
        Found found = stop.rows(link.to(), wanted);
        Tally.Step step = tally.step(link);
        @Nullable Visited[] rows = new Visited[from.length];
        for (int record = 0; record < from.length; record++) {
            Visited row = from[record];
            if (row != null) {
                String key = row.keys().get(link);
                rows[record] = key == null ? null : found.rows().get(key);
                step.came(record, wrong(link, key, found));
            }
        }
        // A second way to a table tests the join; the record stands where the first way led it.
        if (!visited.containsKey(to)) {
            arrive(to, stop, rows, tally);
        }
        return wanted.size() > found.rows().size();
    }

    private static @Nullable String wrong(Link link, @Nullable String key, Found found) {
        if (key == null) {
            return NO_KEY;
        }
        if (!found.rows().containsKey(key)) {
            return NOT_FOUND;
        }
        return link.unique() && found.repeated().contains(key) ? REPEATED : null;
    }
}
