package dev.dayone.connector.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows a driver holds at once and a page has, so that memory stays flat whatever a row weighs: by what the
 * columns are declared to hold until rows were seen, then by the heaviest one. Thread-safe.
 */
final class FetchSizes {
    private static final int MOST = 1_000;
    private static final int FEWEST = 8;
    private static final long DECLARED_BYTES = 64_000_000;
    private static final long SEEN_BYTES = 32_000_000;
    private static final long FIRST_PAGE_BYTES = 64_000_000;
    /** What a page is asked to weigh: less than what ends it early, as what is sent beyond the end is sent in vain. */
    private static final long PAGE_BYTES = RowStream.PAGE_BYTES * 3 / 4;

    private static final int STATEMENTS = 200;

    private final Map<String, Pace> byTable = new LinkedHashMap<>();
    private final Map<String, Pace> byStatement = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pace> eldest) {
            return size() > STATEMENTS;
        }
    };

    /** What is known of a table's rows. */
    static final class Pace {
        private final long declared;
        private long widest;

        private Pace(long declared) {
            this.declared = declared;
        }

        private synchronized void seen(long bytes) {
            widest = Math.max(widest, bytes);
        }

        private synchronized int rows() {
            long rows = widest == 0 ? DECLARED_BYTES / Math.max(1, declared) : SEEN_BYTES / widest;
            return (int) Math.max(FEWEST, Math.min(MOST, rows));
        }

        /** Rows that a page should have at most. */
        synchronized long pageRows() {
            return Math.max(FEWEST, widest == 0 ? FIRST_PAGE_BYTES / Math.max(1, declared) : PAGE_BYTES / widest);
        }
    }

    /** The pace of a table. */
    synchronized Pace of(TableSpec table) {
        return byTable.computeIfAbsent(
                table.from(),
                name -> new Pace(
                        table.columns().stream().mapToLong(ColumnSpec::length).sum()));
    }

    /** A statement will read a table. */
    synchronized void expect(String sql, Pace pace) {
        byStatement.put(sql, pace);
    }

    /** Rows that the driver may hold of a statement's answer. */
    synchronized int rows(String sql) {
        Pace pace = byStatement.get(sql);
        return pace == null ? MOST : pace.rows();
    }

    /** What the heaviest row of a statement's answer weighed. */
    synchronized void seen(String sql, long bytes) {
        Pace pace = byStatement.get(sql);
        if (pace != null) {
            pace.seen(bytes);
        }
    }
}
