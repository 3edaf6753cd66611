package dev.dayone.connector.jdbc;

import java.util.Iterator;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jdbc.ResultSetIterator;

/** Rows while they come; gives the connection back at their end or when closed, and names what breaks off. */
public final class RowStream implements Iterator<Map<String, Object>>, AutoCloseable {
    private final JdbcSource source;
    private final PageQuery query;
    private final ResultSetIterator rows;
    private final long start = System.nanoTime();
    private long count;
    private boolean closed;

    RowStream(JdbcSource source, PageQuery query, ResultSetIterator rows) {
        this.source = source;
        this.query = query;
        this.rows = rows;
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
    public Map<String, Object> next() {
        try {
            Map<String, Object> row = rows.next();
            count++;
            return row;
        } catch (RuntimeCamelException e) {
            close();
            throw SqlFailures.named(source.sourceName(), source.settings(), e);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            rows.close();
            rows.closeConnection();
            source.log().returned(query.sql(), count, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
