package dev.dayone.readiness.link;

import dev.dayone.pilot.report.JoinDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.link.clean.KeyCleaner;
import dev.dayone.readiness.statistic.WindowCounts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one link.
 *
 * @param matched rows whose key stands on the other side
 * @param orphanShapes the most frequent shapes of keys that stand on the {@code from} side alone
 * @param byWindow rows with a key by the window in which they were drawn; null: not counted
 * @param rungs what each cleaner brings; empty: nothing is to be gained
 */
record LinkCounts(
        long matched,
        Sums sums,
        JoinDetail join,
        List<ValueCount> orphanShapes,
        @Nullable ByWindow byWindow,
        List<Rung> rungs) {
    /** No row on either side. */
    static final LinkCounts NONE =
            new LinkCounts(0, new Sums(0, 0, 0, 0, 0), new JoinDetail(0, 0, 0, 0), List.of(), null, List.of());

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

    /**
     * What a cleaner brings, told in rows that have no match as they stand.
     *
     * @param gained by it and every one before it
     * @param alone by it and no other
     * @param ambiguous of {@code gained}, those whose cleaned key is several keys of the other side
     * @param collisions keys of the other side that it makes one with another
     */
    record Rung(KeyCleaner cleaner, long gained, long alone, long ambiguous, long collisions) {}

    /** Of Spark's rows: one a shape of orphans, with the sums over all shapes. */
    static LinkCounts of(List<Row> rows) {
        List<ValueCount> shapes = new ArrayList<>();
        for (Row row : rows) {
            if (!row.isNullAt(row.fieldIndex("shape"))) {
                shapes.add(new ValueCount(row.getAs("shape"), row.<Long>getAs("ofShape")));
            }
        }
        Row sums = rows.get(0);
        return new LinkCounts(
                sums.<Long>getAs("matched"),
                new Sums(
                        sums.<Long>getAs("rows"),
                        sums.<Long>getAs("without"),
                        sums.<Long>getAs("orphans"),
                        sums.<Long>getAs("repeated"),
                        sums.<Long>getAs("unreferenced")),
                new JoinDetail(
                        sums.<Long>getAs("joined"),
                        sums.<Long>getAs("mostOnTo"),
                        sums.<Long>getAs("manyToMany"),
                        sums.<Long>getAs("repeatedOrphans")),
                shapes,
                null,
                List.of());
    }

    LinkCounts with(List<Rung> counted) {
        return new LinkCounts(matched, sums, join, orphanShapes, byWindow, counted);
    }
}
