package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.StateCodec;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Profiles every column of a table in one pass over its rows. */
public final class ColumnarProfiler {
    private ColumnarProfiler() {}

    /** The columns' statistics, in order; {@code uniqueness}: positions whose repeated values are counted exactly. */
    public static List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        return profile(table, requests(table, uniqueness), ProfiledColumn::told);
    }

    /** The same with values and ranks, of which Deequ's histograms, kinds and quantiles are made. */
    public static List<ProfiledColumn> profileForDeequ(SnapshotTable table, Set<Integer> uniqueness) {
        return profile(table, requests(table, uniqueness), UnaryOperator.identity());
    }

    /** Rows, nulls, distinct values, bounds, mean, deviation and quantiles alone. */
    public static List<ProfiledColumn> summarize(SnapshotTable table) {
        return profile(table, Collections.nCopies(table.columns().size(), Request.SUMMARY), ProfiledColumn::told);
    }

    private static List<ProfiledColumn> profile(
            SnapshotTable table, List<Request> requests, UnaryOperator<ProfiledColumn> kept) {
        Instant now = table.manifest().completedAt();
        return finish(ColumnarPass.run(table.rows(), requests), types(table), requests, now, kept);
    }

    /**
     * The statistics of any rows, by path, in order: a field of a struct is {@code a.b}; of an array, its length under its
     * own name and its elements as {@code a.element}; of a map, its length, {@code a.key} and {@code a.value}.
     */
    public static Map<String, ProfiledColumn> profile(Dataset<Row> rows, Instant now) {
        List<NestedPaths.Named> named = NestedPaths.of(rows.schema());
        List<KeptPart> parts =
                ColumnarPass.run(rows, Collections.nCopies(rows.schema().size(), Request.USUAL));
        List<ProfiledColumn> columns = finish(
                parts,
                named.stream().map(NestedPaths.Named::type).toList(),
                Collections.nCopies(named.size(), Request.USUAL),
                now);
        Map<String, ProfiledColumn> profiles = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            profiles.put(named.get(i).path(), columns.get(i));
        }
        return profiles;
    }

    static List<Request> requests(SnapshotTable table, Set<Integer> uniqueness) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> uniqueness.contains(i) ? Request.UNIQUENESS : Request.USUAL)
                .toList();
    }

    static List<ColumnType> types(SnapshotTable table) {
        return table.columns().stream().map(ColumnInfo::type).toList();
    }

    /** The statistics of all parts together, each core a column at a time. */
    static List<ProfiledColumn> finish(
            List<KeptPart> parts, List<ColumnType> types, List<Request> requests, Instant now) {
        return finish(parts, types, requests, now, ProfiledColumn::told);
    }

    private static List<ProfiledColumn> finish(
            List<KeptPart> parts,
            List<ColumnType> types,
            List<Request> requests,
            Instant now,
            UnaryOperator<ProfiledColumn> kept) {
        return IntStream.range(0, types.size())
                .parallel()
                .mapToObj(i -> {
                    ColumnState whole = ColumnState.of(types.get(i), requests.get(i));
                    parts.forEach(
                            part -> whole.merge(StateCodec.read(part.columns().get(i))));
                    return kept.apply(whole.finish(now).in(whole.windows()));
                })
                .toList();
    }
}
