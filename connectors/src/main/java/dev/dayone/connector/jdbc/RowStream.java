package dev.dayone.connector.jdbc;

import dev.dayone.connector.Page;
import dev.dayone.connector.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;

/**
 * Rows while they come; gives the connection back at their end or when closed, and names what breaks off. A page that
 * has a next one ends early when its texts grow large, so that a page stays short whatever a row weighs.
 */
final class RowStream implements Page {
    static final long PAGE_BYTES = 24_000_000;

    private final JdbcSource source;
    private final PageQuery query;
    private final Iterator<?> rows;
    private final Runnable release;
    private final long start = System.nanoTime();
    private long count;
    private long bytes;
    private long widest;
    private boolean cut;
    private boolean closed;
    private @Nullable Map<String, Object> last;
    private @Nullable List<Object> place;

    RowStream(JdbcSource source, PageQuery query, Iterator<?> rows, Runnable release) {
        this.source = source;
        this.query = query;
        this.rows = rows;
        this.release = release;
    }

    @Override
    public boolean hasNext() {
        if (closed) {
            return false;
        }
        boolean more = rows.hasNext();
        cut = more && bytes > PAGE_BYTES && !query.streamed();
        if (!more || cut) {
            close();
            return false;
        }
        return true;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> next() {
        try {
            Map<String, Object> row = (Map<String, Object>) rows.next();
            if (row.get(CopyStatement.WHOLE) instanceof Row whole) {
                row = whole;
            } else if (!query.hidden().isEmpty()) {
                // The cursor's own labels are no columns of the table.
                place = place(row);
                row.keySet().removeAll(query.hidden());
            }
            long width = Page.weight(row);
            count++;
            bytes += width;
            widest = Math.max(widest, width);
            last = row;
            return row;
        } catch (RuntimeCamelException e) {
            close();
            throw SqlFailures.named(source, e);
        }
    }

    @Override
    public @Nullable List<?> nextCursor() {
        if (!closed) {
            throw new IllegalStateException("The next cursor of a page is known at its end");
        }
        if (query.cursorColumns().isEmpty()) {
            return null;
        }
        Map<String, Object> end = last;
        if (end == null || (count < query.limit() && !cut)) {
            // Rows whose order column is empty follow those that have one.
            return "set".equals(query.cursorHead()) ? List.of("empty") : null;
        }
        List<Object> cursor = new ArrayList<>();
        if (query.cursorHead() != null) {
            cursor.add(query.cursorHead());
        }
        cursor.addAll(place == null ? place(end) : place);
        return cursor;
    }

    private List<Object> place(Map<String, Object> row) {
        List<Object> values = new ArrayList<>(query.cursorColumns().size());
        query.cursorColumns()
                .forEach(label -> values.add(row instanceof Row whole ? whole.any(label) : row.get(label)));
        return values;
    }

    @Override
    public long bytes() {
        return bytes;
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
}
