package dev.dayone.connector.jdbc;

import java.util.Iterator;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;

/** Rows while they come; gives the connection back at their end or when closed, and names what breaks off. */
public final class RowStream implements Iterator<Map<String, Object>>, AutoCloseable {
    private final JdbcSource source;
    private final PageQuery query;
    private final Iterator<?> rows;
    private final Runnable release;
    private final long start = System.nanoTime();
    private long count;
    private long bytes;
    private long widest;
    private boolean closed;

    RowStream(JdbcSource source, PageQuery query, Iterator<?> rows, Runnable release) {
        this.source = source;
        this.query = query;
        this.rows = rows;
        this.release = release;
    }

    @Override
    public boolean hasNext() {
        boolean more = rows.hasNext();
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> next() {
        try {
            Map<String, Object> row = (Map<String, Object>) rows.next();
            long width = bytes(row);
            count++;
            bytes += width;
            widest = Math.max(widest, width);
            return row;
        } catch (RuntimeCamelException e) {
            close();
            throw SqlFailures.named(source, e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            release.run();
            source.fetchSizes().seen(query.sql(), widest);
            source.log().returned(query.sql(), count, bytes, (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** What the rows so far weigh: texts by their length, numbers by their width. */
    long bytes() {
        return bytes;
    }

    private static long bytes(Map<String, Object> row) {
        long bytes = 0;
        for (Object value : row.values()) {
            bytes += value instanceof String text ? text.length() : value == null ? 0 : Long.BYTES;
        }
        return bytes;
    }
}
