package dev.dayone.readiness.link.agree;

import dev.dayone.readiness.engine.FewRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of links' sides: small tables here, those of all other links in one job, and of large ones those keys
 * alone that a hash picks on both sides.
 */
final class PairReader {
    private final Map<Integer, Sides> byJob = new LinkedHashMap<>();

    /**
     * Both sides of a link.
     *
     * @param oneIn of so many keys one is looked at
     */
    record Sides(SideRows from, SideRows to, long oneIn) {
        /** {@code fewRows}: rows of a side that are held in memory. */
        static Sides of(LinkedSide from, LinkedSide to, long fewRows) {
            long most = Math.max(from.rows(), to.rows());
            return new Sides(new SideRows(from), new SideRows(to), Math.max(1, (most + fewRows - 1) / fewRows));
        }
    }

    /** The rows of both sides of each link. */
    Map<Integer, Sides> read(Map<Integer, Sides> links) {
        links.forEach((link, sides) -> {
            boolean few = sides.oneIn() == 1 && isRead(sides.from()) && isRead(sides.to());
            if (!few) {
                byJob.put(
                        link,
                        new Sides(
                                new SideRows(sides.from().side()),
                                new SideRows(sides.to().side()),
                                sides.oneIn()));
            }
        });
        Map<Integer, Sides> read = new LinkedHashMap<>(links);
        read.putAll(byJob);
        readByJob();
        return read;
    }

    private static boolean isRead(SideRows rows) {
        Dataset<Row> selected =
                rows.side().table().rows().select(rows.side().selected().toArray(Column[]::new));
        FewRows few = FewRows.of(selected);
        if (few != null) {
            few.forEach(rows::add);
        }
        return few != null;
    }

    private void readByJob() {
        Dataset<Row> all = null;
        for (Map.Entry<Integer, Sides> link : byJob.entrySet()) {
            Sides sides = link.getValue();
            List<SideRows> both = List.of(sides.from(), sides.to());
            for (int side = 0; side < both.size(); side++) {
                Dataset<Row> rows = picked(link.getKey(), side, both.get(side).side(), sides.oneIn());
                all = all == null ? rows : all.union(rows);
            }
        }
        if (all == null) {
            return;
        }
        for (Row row : all.collectAsList()) {
            Sides sides = byJob.get(row.getInt(0));
            if (sides != null) {
                (row.getInt(1) == 0 ? sides.from() : sides.to()).add(texts(row.getList(2)));
            }
        }
    }

    private static @Nullable String[] texts(List<@Nullable String> values) {
        return values.toArray(new String[0]);
    }

    private static Dataset<Row> picked(int link, int side, LinkedSide of, long oneIn) {
        List<Column> selected = new ArrayList<>(of.selected());
        Column key = selected.get(0);
        Column picked =
                functions.pmod(functions.xxhash64(key), functions.lit(oneIn)).equalTo(functions.lit(0));
        return of.table()
                .rows()
                .where(key.isNotNull().and(picked))
                .select(functions.lit(link), functions.lit(side), functions.array(selected.toArray(Column[]::new)));
    }
}
