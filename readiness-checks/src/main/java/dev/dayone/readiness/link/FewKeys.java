package dev.dayone.readiness.link;

import dev.dayone.pilot.report.JoinDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.engine.FewRows;
import dev.dayone.readiness.privacy.Shape;
import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** One side's keys of a link between small tables: in how many rows each stands. */
final class FewKeys {
    private final Map<String, Long> keys = new HashMap<>();
    private long rows;
    private long without;
    private final List<KeyInWindow> inWindows = new ArrayList<>();

    /** A row's key and where it was drawn. */
    private record KeyInWindow(String key, int window) {}

    private FewKeys() {}

    /** What a link counts; null: one of its tables has more than {@code most} rows, or large files. */
    static @Nullable LinkCounts counts(LinkSides sides, long most) {
        if (Math.max(rows(sides.from()), rows(sides.to())) > most) {
            return null;
        }
        Dataset<Row> inWindows = sides.fromRowsInWindows();
        FewRows from = inWindows == null
                ? FewRows.of(sides.fromRows().select(sides.fromKey()))
                : FewRows.of(inWindows.select(
                        sides.fromKey(), functions.col(Windows.COLUMN).cast("string")));
        FewRows to = FewRows.of(sides.toRows().select(sides.toKey()));
        return from == null || to == null ? null : joined(sides, read(from), read(to));
    }

    private static long rows(SnapshotTable table) {
        return table.manifest().sampledRows();
    }

    private static FewKeys read(FewRows rows) {
        FewKeys keys = new FewKeys();
        rows.forEach(keys::add);
        return keys;
    }

    private void add(@Nullable String[] row) {
        String key = row[0];
        rows++;
        if (key == null) {
            without++;
            return;
        }
        keys.merge(key, 1L, Long::sum);
        if (row.length > 1) {
            String window = row[1];
            inWindows.add(new KeyInWindow(key, window == null ? 0 : Integer.parseInt(window)));
        }
    }

    /** Rows by window, also of those whose key is among others; null: they were drawn in no windows. */
    private LinkCounts.@Nullable ByWindow byWindow(Set<String> others) {
        if (inWindows.isEmpty()) {
            return null;
        }
        int windows = 1 + inWindows.stream().mapToInt(KeyInWindow::window).max().orElse(0);
        int[] keyed = new int[windows];
        int[] matched = new int[windows];
        for (KeyInWindow row : inWindows) {
            keyed[row.window()]++;
            matched[row.window()] += others.contains(row.key()) ? 1 : 0;
        }
        return new LinkCounts.ByWindow(new WindowCounts(keyed), new WindowCounts(matched));
    }

    private static LinkCounts joined(LinkSides sides, FewKeys from, FewKeys to) {
        Map<String, Long> orphans = new HashMap<>(from.keys);
        orphans.keySet().removeAll(to.keys.keySet());
        long missed = orphans.values().stream().mapToLong(Long::longValue).sum();
        return new LinkCounts(
                from.rows - from.without - missed,
                new LinkCounts.Sums(
                        from.rows,
                        from.without,
                        orphans.size(),
                        repeated(to.keys),
                        to.keys.keySet().stream()
                                .filter(key -> !from.keys.containsKey(key))
                                .count()),
                join(from.keys, to.keys, repeated(orphans)),
                shapes(orphans.keySet()),
                from.byWindow(to.keys.keySet()),
                FewRungs.count(sides, orphans, to.keys.keySet()));
    }

    private static long repeated(Map<String, Long> keys) {
        return keys.values().stream().filter(rows -> rows > 1).count();
    }

    private static JoinDetail join(Map<String, Long> from, Map<String, Long> to, long repeatedOrphans) {
        long joined = 0;
        long most = 0;
        long manyToMany = 0;
        for (Map.Entry<String, Long> key : from.entrySet()) {
            long there = to.getOrDefault(key.getKey(), 0L);
            joined += key.getValue() * there;
            most = Math.max(most, there);
            manyToMany += there > 1 && key.getValue() > 1 ? 1 : 0;
        }
        return new JoinDetail(joined, most, manyToMany, repeatedOrphans);
    }

    private static List<ValueCount> shapes(Set<String> orphans) {
        Map<String, Long> shapes = new HashMap<>();
        orphans.forEach(key -> shapes.merge(Shape.of(key), 1L, Long::sum));
        return shapes.entrySet().stream()
                .map(shape -> new ValueCount(shape.getKey(), shape.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value))
                .limit(Links.SHAPES)
                .toList();
    }
}
