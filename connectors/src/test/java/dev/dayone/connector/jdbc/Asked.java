package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** A source in a pilot's folder, asked through its Kamelet as a route would. */
final class Asked {
    private final CamelContext camel;
    private final Path folder;
    private final Source source;

    Asked(CamelContext camel, Path folder, String connector, Map<String, String> parameters) {
        this.camel = camel;
        this.folder = folder;
        this.source = new Source("shop", connector, new Parameters(parameters), Limits.DEFAULT, Map.of(), false);
    }

    Probe probe() {
        try (SourceConnection connection = SourceConnection.attach(camel, source, folder)) {
            return connection.probe();
        }
    }

    Map<String, DiscoveredTable> tables() {
        try (SourceConnection connection = SourceConnection.attach(camel, source, folder)) {
            return connection.discover().stream()
                    .collect(Collectors.toMap(table -> table.info().name(), table -> table));
        }
    }

    DiscoveredTable table(String name) {
        return Objects.requireNonNull(tables().get(name), name);
    }

    List<String> columns(String table) {
        return table(table).info().columns().stream()
                .map(column -> column.name() + " " + column.sourceType() + " " + column.type())
                .toList();
    }

    /** Every row of a selection, page after page. */
    List<Map<String, @Nullable Object>> rows(String table, Map<String, Object> selection) {
        try (SourceConnection connection = SourceConnection.attach(camel, source, folder)) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            Object cursor = null;
            do {
                Exchange answer = page(connection, table, selection, cursor);
                collect(answer, rows);
                cursor = answer.getMessage().getHeader(Headers.NEXT_CURSOR);
            } while (cursor != null);
            return rows;
        }
    }

    /** The first page's rows and, attached anew, those behind its cursor. */
    List<Map<String, @Nullable Object>> rowsResumed(String table, Map<String, Object> selection) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Object cursor;
        try (SourceConnection connection = SourceConnection.attach(camel, source, folder)) {
            Exchange answer = page(connection, table, selection, null);
            collect(answer, rows);
            cursor = answer.getMessage().getHeader(Headers.NEXT_CURSOR);
        }
        while (cursor != null) {
            try (SourceConnection connection = SourceConnection.attach(camel, source, folder)) {
                Exchange answer = page(connection, table, selection, cursor);
                collect(answer, rows);
                cursor = answer.getMessage().getHeader(Headers.NEXT_CURSOR);
            }
        }
        return rows;
    }

    private Exchange page(
            SourceConnection connection, String table, Map<String, Object> selection, @Nullable Object cursor) {
        return camel.createProducerTemplate().request(connection.uri(), exchange -> {
            exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
            exchange.getMessage().setHeader(Headers.TABLE, table);
            exchange.getMessage().setHeader(Headers.SELECTION, selection);
            exchange.getMessage().setHeader(Headers.CURSOR, cursor);
        });
    }

    private static void collect(Exchange answer, List<Map<String, @Nullable Object>> rows) {
        if (answer.getException() != null) {
            throw SourceConnection.failure("shop", answer.getException());
        }
        Iterator<?> page = Objects.requireNonNull(answer.getMessage().getBody(Iterator.class));
        page.forEachRemaining(row -> rows.add(copy((Map<?, ?>) row)));
        if (page instanceof Page streamed) {
            answer.getMessage().setHeader(Headers.NEXT_CURSOR, streamed.nextCursor());
        }
    }

    private static Map<String, @Nullable Object> copy(Map<?, ?> row) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        row.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
