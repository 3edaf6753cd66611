package dev.dayone.connector.jdbc;

import dev.dayone.connector.Headers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Collects a page off the wire, or hands on a stream where there is no second page. A page ends early when its rows
 * grow large, so that memory stays flat whatever a row weighs.
 */
final class PageReader {
    private static final long PAGE_BYTES = 16_000_000;

    private final JdbcSource source;
    private final PageQuery query;

    PageReader(JdbcSource source, PageQuery query) {
        this.source = source;
        this.query = query;
    }

    void read(Exchange exchange) {
        Iterator<?> rows =
                Objects.requireNonNull(exchange.getMessage().getBody(Iterator.class), "camel-jdbc gave no rows");
        Runnable release = completion(exchange);
        if (query.streamed()) {
            exchange.getMessage().setBody(new RowStream(source, query, rows, release));
            return;
        }
        List<Map<String, Object>> page = new ArrayList<>();
        boolean cut = false;
        try (RowStream stream = new RowStream(source, query, rows, release)) {
            Map<String, Object> last = null;
            while (stream.hasNext() && !cut) {
                last = stream.next();
                page.add(last);
                cut = stream.bytes() > PAGE_BYTES && stream.hasNext();
            }
            exchange.getMessage().setHeader(Headers.NEXT_CURSOR, next(last, page.size(), cut));
        }
        // The cursor's own labels are no columns of the table.
        if (!query.hidden().isEmpty()) {
            page.forEach(row -> row.keySet().removeAll(query.hidden()));
        }
        exchange.getMessage().setBody(page);
    }

    private @Nullable List<Object> next(@Nullable Map<String, Object> last, int rows, boolean cut) {
        if (query.cursorColumns().isEmpty()) {
            return null;
        }
        List<Object> cursor = new ArrayList<>();
        if (query.cursorHead() != null) {
            cursor.add(query.cursorHead());
        }
        if (last == null || (rows < query.limit() && !cut)) {
            // Rows whose order column is empty follow those that have one.
            return "set".equals(query.cursorHead()) ? List.of("empty") : null;
        }
        for (String label : query.cursorColumns()) {
            cursor.add(last.get(label));
        }
        return cursor;
    }

    /** camel-jdbc would hold the connection until the whole table's exchange ends; each page gives it back itself. */
    private static Runnable completion(Exchange exchange) {
        DefaultExchange page = new DefaultExchange(exchange.getContext());
        if (exchange.getUnitOfWork() == null) {
            return () -> {};
        }
        exchange.getUnitOfWork().handoverSynchronization(page, PageReader::isJdbc);
        List<Synchronization> completions = page.getExchangeExtension().handoverCompletions();
        return () -> {
            if (completions != null) {
                completions.forEach(completion -> completion.onComplete(page));
            }
        };
    }

    private static boolean isJdbc(Synchronization synchronization) {
        return synchronization.getClass().getName().startsWith("org.apache.camel.component.jdbc.");
    }
}
