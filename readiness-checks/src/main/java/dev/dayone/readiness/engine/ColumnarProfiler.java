package dev.dayone.readiness.engine;

import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Profiles every column of a table in one pass over its rows. */
public final class ColumnarProfiler {
    private ColumnarProfiler() {}

    /** The columns' statistics, in order; {@code uniqueness}: positions whose repeated values are counted exactly. */
    public static List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        List<Request> requests = requests(table, uniqueness);
        List<ColumnState> states = empty(table, requests);
        ColumnarPass.run(table.rows(), requests).forEach(part -> merge(states, part.states()));
        return finish(states, table.manifest().completedAt());
    }

    /** Rows, nulls, distinct values, bounds, mean, deviation and quantiles alone. */
    public static List<ProfiledColumn> summarize(SnapshotTable table) {
        List<Request> requests = Collections.nCopies(table.columns().size(), Request.SUMMARY);
        List<ColumnState> states = empty(table, requests);
        ColumnarPass.run(table.rows(), requests).forEach(part -> merge(states, part.states()));
        return finish(states, table.manifest().completedAt());
    }

    /**
     * The statistics of any rows, by path, in order: a field of a struct is {@code a.b}; of an array, its length under its
     * own name and its elements as {@code a.element}; of a map, its length, {@code a.key} and {@code a.value}.
     */
    public static Map<String, ProfiledColumn> profile(Dataset<Row> rows, Instant now) {
        List<NestedPaths.Named> named = NestedPaths.of(rows.schema());
        List<ColumnState> states = new ArrayList<>();
        named.forEach(column -> states.add(ColumnState.of(column.type(), Request.USUAL)));
        ColumnarPass.run(rows, Collections.nCopies(rows.schema().size(), Request.USUAL))
                .forEach(part -> merge(states, part.states()));
        Map<String, ProfiledColumn> profiles = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            profiles.put(named.get(i).path(), states.get(i).finish(now));
        }
        return profiles;
    }

    static List<Request> requests(SnapshotTable table, Set<Integer> uniqueness) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            requests.add(uniqueness.contains(i) ? Request.UNIQUENESS : Request.USUAL);
        }
        return requests;
    }

    static List<ColumnState> empty(SnapshotTable table, List<Request> requests) {
        List<ColumnState> states = new ArrayList<>();
        table.columns().forEach(column -> states.add(ColumnState.of(column.type(), requests.get(states.size()))));
        return states;
    }

    /** Takes a part's states into those of the whole, column by column. */
    static void merge(List<ColumnState> whole, List<ColumnState> part) {
        for (int i = 0; i < whole.size(); i++) {
            whole.get(i).merge(part.get(i));
        }
    }

    static List<ProfiledColumn> finish(List<ColumnState> states, Instant now) {
        return states.stream().map(state -> state.finish(now)).toList();
    }
}
