package dev.dayone.readiness.link;

import dev.dayone.pilot.report.JoinDetail;
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
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** One side's keys of a link between small tables: in how many rows each stands. */
final class FewKeys {
    private final Map<String, Long> keys = new HashMap<>();
    private long rows;
    private long without;
    /** As they stand, row by row. */
    private final List<@Nullable String> inOrder = new ArrayList<>();

    private FewKeys() {}

    /** What a link counts; null: one of its tables has more than {@code most} rows, or large files. */
    static @Nullable LinkCounts counts(LinkSides sides, long most) {
        if (Math.max(rows(sides.from()), rows(sides.to())) > most) {
            return null;
        }
        FewRows from = few(sides.fromRows(), sides.fromKey());
        FewRows to = few(sides.toRows(), sides.toKey());
        return from == null || to == null ? null : joined(sides, read(from), read(to));
    }

    private static long rows(SnapshotTable table) {
        return table.manifest().sampledRows();
    }

    private static @Nullable FewRows few(Dataset<Row> rows, Column key) {
        return FewRows.of(rows.select(key));
    }

    private static FewKeys read(FewRows rows) {
        FewKeys keys = new FewKeys();
        rows.forEach(keys::add);
        return keys;
    }

    private void add(@Nullable String[] row) {
        String key = row[0];
        rows++;
        inOrder.add(key);
        if (key == null) {
            without++;
        } else {
            keys.merge(key, 1L, Long::sum);
        }
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
                from.missing(to.keys.keySet()),
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
