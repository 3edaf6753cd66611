package dev.dayone.connector;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** A connector's plain list or iterator of rows, with its header, as a page. */
final class ListedPage implements Page {
    private final Iterator<?> rows;
    private final @Nullable List<?> next;
    private long bytes;

    ListedPage(Message answer) {
        Object body = answer.getBody();
        rows = body instanceof Iterable<?> list
                ? list.iterator()
                : body instanceof Iterator<?> given ? given : Collections.emptyIterator();
        next = answer.getHeader(Headers.NEXT_CURSOR, List.class);
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> next() {
        Map<String, Object> row = (Map<String, Object>) rows.next();
        bytes += Page.weight(row);
        return row;
    }

    @Override
    public @Nullable List<?> nextCursor() {
        return next;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (rows instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw e instanceof RuntimeException known
                        ? known
                        : new IllegalStateException("A page could not be closed", e);
            }
        }
    }
}
