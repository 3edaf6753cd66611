package dev.dayone.connector.jdbc;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;

/** Hands on a page's rows while they come off the wire, with the connection that they come over. */
final class PageReader {
    private final JdbcSource source;
    private final PageQuery query;

    PageReader(JdbcSource source, PageQuery query) {
        this.source = source;
        this.query = query;
    }

    void read(Exchange exchange) {
        Iterator<?> rows =
                Objects.requireNonNull(exchange.getMessage().getBody(Iterator.class), "camel-jdbc gave no rows");
        exchange.getMessage().setBody(new RowStream(source, query, rows, completion(exchange)));
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
