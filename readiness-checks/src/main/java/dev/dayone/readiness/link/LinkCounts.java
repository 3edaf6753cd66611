package dev.dayone.readiness.link;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.statistic.WindowCounts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one link.
 *
 * @param matched by step of cleaning, the rows whose key stands on the other side
 * @param byWindow rows with a key by the window in which they were drawn; null: not counted
 * @param orphanShapes the most frequent shapes of keys that stand on the {@code from} side alone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record LinkCounts(
        long[] matched,
        Sums sums,
        List<ValueCount> orphanShapes,
        @Nullable ByWindow byWindow) {
    /** Counted in no windows. */
    LinkCounts(long[] matched, Sums sums, List<ValueCount> orphanShapes) {
        this(matched, sums, orphanShapes, null);
    }

    /** No row on either side. */
    static final LinkCounts NONE =
            new LinkCounts(new long[KeyCleaner.STEPS.size()], new Sums(0, 0, 0, 0, 0), List.of());

    /** Of the keys as they stand, the rows that have one, and those whose key stands on the other side. */
    record ByWindow(WindowCounts keyed, WindowCounts matched) {}

    /**
     * Of the keys as they stand.
     *
     * @param rows on the {@code from} side
     * @param without rows there that have no key
     * @param orphans keys of that side alone
     * @param repeated keys that stand in more than one row of the {@code to} side
     * @param unreferenced keys of the {@code to} side alone
     */
    record Sums(long rows, long without, long orphans, long repeated, long unreferenced) {}

    /** Of Spark's rows: one a step and shape of orphans, with the sums over all shapes. */
    static LinkCounts of(List<Row> rows) {
        long[] matched = new long[KeyCleaner.STEPS.size()];
        Sums sums = NONE.sums();
        List<ValueCount> shapes = new ArrayList<>();
        for (Row row : rows) {
            int step = row.getInt(1);
            matched[step] = row.getLong(5);
            if (step == 0) {
                sums = new Sums(row.getLong(7), row.getLong(6), row.getLong(8), row.getLong(9), row.getLong(10));
                if (!row.isNullAt(2)) {
                    shapes.add(new ValueCount(row.getString(2), row.getLong(3)));
                }
            }
        }
        return new LinkCounts(matched, sums, shapes);
    }

    long matched(int step) {
        return matched[step];
    }
}
