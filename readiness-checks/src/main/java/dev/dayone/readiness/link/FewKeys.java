package dev.dayone.readiness.link;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.engine.FewRows;
import dev.dayone.readiness.privacy.Shape;
import dev.dayone.readiness.statistic.Clumps;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** One side's keys of a link between small tables: by step of cleaning, in how many rows each stands. */
final class FewKeys {
    private final List<Map<String, Long>> steps = new ArrayList<>();
    private long rows;
    private long without;
    /** As they stand, row by row. */
    private final List<@Nullable String> inOrder = new ArrayList<>();

    private FewKeys() {
        KeyCleaner.STEPS.forEach(step -> steps.add(new HashMap<>()));
    }

    /** What a link counts; null: one of its tables has more than {@code most} rows, or large files. */
    static @Nullable LinkCounts counts(LinkSides sides, long most) {
        if (Math.max(rows(sides.from()), rows(sides.to())) > most) {
            return null;
        }
        FewRows from = few(sides.fromRows(), sides.fromKey());
        FewRows to = few(sides.toRows(), sides.toKey());
        return from == null || to == null ? null : joined(read(from), read(to));
    }

    private static long rows(SnapshotTable table) {
        return table.manifest().sampledRows();
    }

    private static @Nullable FewRows few(Dataset<Row> rows, Column key) {
        Column[] cleaned =
                KeyCleaner.STEPS.stream().map(step -> step.clean().apply(key)).toArray(Column[]::new);
        return FewRows.of(rows.select(cleaned));
    }

    private static FewKeys read(FewRows rows) {
        FewKeys keys = new FewKeys();
        rows.forEach(keys::add);
        return keys;
    }

    private void add(@Nullable String[] cleaned) {
        rows++;
        inOrder.add(cleaned[0]);
        if (cleaned[0] == null) {
            without++;
            return;
        }
        for (int step = 0; step < cleaned.length; step++) {
            steps.get(step).merge(Objects.requireNonNull(cleaned[step]), 1L, Long::sum);
        }
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
                from.missing(others.keySet()));
    }

    /** How rows whose key is not among others stand together. */
    private Clumps missing(Set<String> others) {
        Clumps clumps = Clumps.NONE;
        for (int start = 0; start < inOrder.size(); start += Clumps.BLOCK) {
            List<@Nullable String> block = inOrder.subList(start, Math.min(inOrder.size(), start + Clumps.BLOCK));
            long misses = block.stream()
                    .filter(key -> key != null && !others.contains(key))
                    .count();
            clumps = clumps.with(misses, block.size());
        }
        return clumps;
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
