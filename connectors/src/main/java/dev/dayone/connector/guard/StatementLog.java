package dev.dayone.connector.guard;

import dev.dayone.pilot.snapshot.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is sent to one source: statement shapes (values stand as {@code ?}), rows, bytes, time. Thread-safe. */
public final class StatementLog {
    private static final int SHAPES = 1_000;

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Map<String, Long> quota = new LinkedHashMap<>();
    private int connections;
    private long longestTransaction;

    /** A connection was opened. */
    public synchronized void opened() {
        connections++;
    }

    /** A statement ran. */
    public synchronized void ran(String sql, long millis) {
        Count count = count(sql);
        count.times++;
        count.millis += millis;
    }

    /** A transaction came to its end. */
    public synchronized void transactionEnded(long millis) {
        longestTransaction = Math.max(longestTransaction, millis);
    }

    /** Rows came back, over a time that adds to the statement's. */
    public synchronized void returned(String sql, long rows, long bytes, long millis) {
        Count count = count(sql);
        count.rows += rows;
        count.bytes += bytes;
        count.millis += millis;
    }

    /** What was used, or is left, of a budget of the source's own: see {@link Receipt#quota}. */
    public synchronized void quota(String name, long value) {
        quota.put(name, value);
    }

    /** What was done so far. */
    public synchronized Receipt receipt() {
        List<Receipt.Statement> statements = new ArrayList<>();
        long rows = 0;
        long bytes = 0;
        long millis = 0;
        for (Map.Entry<String, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            statements.add(new Receipt.Statement(entry.getKey(), count.times, count.rows, count.bytes, count.millis));
            rows += count.rows;
            bytes += count.bytes;
            millis += count.millis;
        }
        return new Receipt(statements, rows, bytes, connections, millis, longestTransaction, 1, quota);
    }

    private Count count(String sql) {
        String shape = StatementShape.of(sql);
        // Past that many shapes something else is wrong; the receipt still adds up.
        String key = counts.containsKey(shape) || counts.size() < SHAPES ? shape : "(other statements)";
        return counts.computeIfAbsent(key, unused -> new Count());
    }

    private static final class Count {
        private long times;
        private long rows;
        private long bytes;
        private long millis;
    }
}
