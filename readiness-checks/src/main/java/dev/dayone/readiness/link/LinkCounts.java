package dev.dayone.readiness.link;

import dev.dayone.pilot.report.ValueCount;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** What was counted for one link. */
final class LinkCounts {
    /** No row on either side. */
    static final LinkCounts NONE = new LinkCounts();

    private final long[] matched = new long[KeyCleaner.STEPS.size()];
    private final List<ValueCount> orphanShapes = new ArrayList<>();
    private long rows;
    private long without;
    private long orphans;
    private long repeated;
    private long unreferenced;

    void add(Row row) {
        int step = row.getInt(1);
        matched[step] = row.getLong(5);
        if (step == 0) {
            without = row.getLong(6);
            rows = row.getLong(7);
            orphans = row.getLong(8);
            repeated = row.getLong(9);
            unreferenced = row.getLong(10);
            if (!row.isNullAt(2)) {
                orphanShapes.add(new ValueCount(row.getString(2), row.getLong(3)));
            }
        }
    }

    long matched(int step) {
        return matched[step];
    }

    long rows() {
        return rows;
    }

    long without() {
        return without;
    }

    long orphans() {
        return orphans;
    }

    long repeated() {
        return repeated;
    }

    long unreferenced() {
        return unreferenced;
    }

    List<ValueCount> orphanShapes() {
        return orphanShapes;
    }
}
