package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** A source under test, attached: what a route would ask of it. */
public final class Attached implements AutoCloseable {
    private final CamelContext camel = TestDatabases.camel();
    private final SourceConnection connection;

    public Attached(Source source) {
        this(source, Path.of("."));
    }

    /** A source of a pilot that lies in a folder. */
    public Attached(Source source, Path pilotFolder) {
        connection = SourceConnection.attach(camel, source, pilotFolder);
    }

    /** One page's rows and where the next one begins. */
    public record Page(
            List<Map<String, @Nullable Object>> rows,
            @Nullable List<?> next) {}

    Probe probe() {
        return connection.probe();
    }

    public Receipt receipt() {
        return connection.receipt();
    }

    public DiscoveredTable table(String name) {
        return connection.discover().stream()
                .filter(table -> table.info().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name));
    }

    public List<DiscoveredTable> tables() {
        return connection.discover();
    }

    /** One page. Throws what the connector says. */
    public Page page(String table, Map<String, ?> selection, @Nullable List<?> cursor) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Exchange answer = stream(table, selection, cursor, rows::add);
        return new Page(rows, answer.getMessage().getHeader(Headers.NEXT_CURSOR, List.class));
    }

    /** Every page from the first on. */
    public List<Map<String, @Nullable Object>> pages(String table, Map<String, ?> selection) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<?> cursor = null;
        do {
            Page page = page(table, selection, cursor);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    /** One page whose rows are looked at and forgotten. */
    public Exchange stream(
            String table,
            Map<String, ?> selection,
            @Nullable List<?> cursor,
            Consumer<Map<String, @Nullable Object>> eachRow) {
        try (var template = camel.createProducerTemplate()) {
            Exchange answer = template.request(connection.uri(), exchange -> {
                exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
                exchange.getMessage().setHeader(Headers.TABLE, table);
                exchange.getMessage().setHeader(Headers.SELECTION, selection);
                exchange.getMessage().setHeader(Headers.CURSOR, cursor);
            });
            if (answer.getException() != null) {
                throw SourceConnection.failure("shop", answer.getException());
            }
            Iterator<?> rows = answer.getMessage().getBody(Iterator.class);
            while (rows.hasNext()) {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                ((Map<?, ?>) rows.next()).forEach((name, value) -> copy.put(String.valueOf(name), value));
                eachRow.accept(copy);
            }
            if (rows instanceof dev.dayone.connector.Page streamed) {
                answer.getMessage().setHeader(Headers.NEXT_CURSOR, streamed.nextCursor());
            }
            return answer;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The only row that a selection answers. */
    public Map<String, @Nullable Object> row(String table, Map<String, ?> selection) {
        Page page = page(table, selection, null);
        assertThat(page.rows()).hasSize(1);
        return page.rows().get(0);
    }

    @Override
    public void close() {
        connection.close();
        camel.stop();
    }
}
