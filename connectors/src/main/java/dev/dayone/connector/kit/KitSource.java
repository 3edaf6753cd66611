package dev.dayone.connector.kit;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** A source attached in a context of its own. Used by one thread. */
final class KitSource implements AutoCloseable {
    private final CamelContext context;
    private final Source source;
    private final SourceConnection connection;
    private final ProducerTemplate template;

    KitSource(CamelContext context, Source source, Path folder) {
        this.context = context;
        this.source = source;
        try {
            this.connection = SourceConnection.attach(context, source, folder);
            this.template = context.createProducerTemplate();
        } catch (RuntimeException e) {
            context.stop();
            throw e;
        }
    }

    Probe probe() {
        return connection.probe();
    }

    List<DiscoveredTable> discover() {
        return connection.discover();
    }

    /** One page, row by row; answers where the next one begins. */
    @Nullable
    List<?> page(String table, long limit, @Nullable List<?> cursor, Consumer<Map<?, ?>> each) {
        Exchange answer = template.request(connection.uri(), exchange -> {
            exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
            exchange.getMessage().setHeader(Headers.TABLE, table);
            exchange.getMessage().setHeader(Headers.SELECTION, Map.of("method", "all", "limit", limit));
            exchange.getMessage().setHeader(Headers.CURSOR, cursor);
        });
        if (answer.getException() != null) {
            throw SourceConnection.failure(source.name(), answer.getException());
        }
        try (Page page = Page.of(answer.getMessage())) {
            page.forEachRemaining(each);
            return page.nextCursor();
        }
    }

    @Override
    public void close() {
        template.stop();
        connection.close();
        context.stop();
    }
}
