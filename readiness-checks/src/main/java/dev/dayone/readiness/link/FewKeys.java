package dev.dayone.readiness.link;

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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** One side's keys of a link between small tables: by step of cleaning, in how many rows each stands. */
final class FewKeys {
    private final List<Map<String, Long>> steps = new ArrayList<>();
    private final List<KeyInWindow> inWindows = new ArrayList<>();
    private long rows;
    private long without;

    /** A row's key and where it was drawn. */
    private record KeyInWindow(String key, int window) {}

    private FewKeys() {
        KeyCleaner.STEPS.forEach(step -> steps.add(new HashMap<>()));
    }

    /** What a link counts; null: one of its tables has more than {@code most} rows, or large files. */
    static @Nullable LinkCounts counts(LinkSides sides, long most) {
        if (Math.max(rows(sides.from()), rows(sides.to())) > most) {
            return null;
        }
        Dataset<Row> inWindows = sides.fromRowsInWindows();
        FewRows from = inWindows == null
                ? few(sides.fromRows(), sides.fromKey())
                : few(inWindows, sides.fromKey(), functions.col(Windows.COLUMN).cast("string"));
        FewRows to = few(sides.toRows(), sides.toKey());
        return from == null || to == null ? null : joined(read(from), read(to));
    }

    private static long rows(SnapshotTable table) {
        return table.manifest().sampledRows();
    }

    private static @Nullable FewRows few(Dataset<Row> rows, Column key, Column... more) {
        Stream<Column> cleaned =
                KeyCleaner.STEPS.stream().map(step -> step.clean().apply(key));
        return FewRows.of(rows.select(Stream.concat(cleaned, Stream.of(more)).toArray(Column[]::new)));
    }

    private static FewKeys read(FewRows rows) {
        FewKeys keys = new FewKeys();
        rows.forEach(keys::add);
        return keys;
    }

    private void add(@Nullable String[] cleaned) {
        rows++;
        if (cleaned[0] == null) {
            without++;
            return;
        }
        for (int step = 0; step < steps.size(); step++) {
            steps.get(step).merge(Objects.requireNonNull(cleaned[step]), 1L, Long::sum);
        }
        if (cleaned.length > steps.size()) {
            String window = cleaned[steps.size()];
            inWindows.add(new KeyInWindow(cleaned[0], window == null ? 0 : Integer.parseInt(window)));
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

    private static LinkCounts joined(FewKeys from, FewKeys to) {
        long[] matched = new long[from.steps.size()];
        for (int step = 0; step < matched.length; step++) {
            Map<String, Long> others = to.steps.get(step);
            for (Map.Entry<String, Long> key : from.steps.get(step).entrySet()) {
                matched[step] += others.containsKey(key.getKey()) ? key.getValue() : 0;
            }
        }
        Map<String, Long> keys = from.steps.get(0);
        Map<String, Long> others = to.steps.get(0);
        List<String> orphans =
                keys.keySet().stream().filter(key -> !others.containsKey(key)).toList();
        return new LinkCounts(
                matched,
                new LinkCounts.Sums(
                        from.rows,
                        from.without,
                        orphans.size(),
                        others.values().stream().filter(rows -> rows > 1).count(),
                        others.keySet().stream()
                                .filter(key -> !keys.containsKey(key))
                                .count()),
                shapes(orphans),
                from.byWindow(others.keySet()));
    }

    private static List<ValueCount> shapes(List<String> orphans) {
        Map<String, Long> shapes = new HashMap<>();
        orphans.forEach(key -> shapes.merge(Shape.of(key), 1L, Long::sum));
        return shapes.entrySet().stream()
                .map(shape -> new ValueCount(shape.getKey(), shape.getValue()))
                .sorted(Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value))
                .limit(Links.SHAPES)
                .toList();
    }
}
