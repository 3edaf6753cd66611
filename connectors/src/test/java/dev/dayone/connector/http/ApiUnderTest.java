package dev.dayone.connector.http;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.connector.SourceConnection;
import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** An API under test, attached: what a route would ask of it. */
final class ApiUnderTest implements AutoCloseable {
    private final CamelContext camel = TestDatabases.camel();
    private final SourceConnection connection;

    ApiUnderTest(String connector, Map<String, String> parameters, RunLimits run) {
        this(
                connector,
                parameters,
                new Limits(1, 5_000, 200_000, Duration.ofSeconds(5), Duration.ofSeconds(2), run, null, 5, 1_000_000));
    }

    ApiUnderTest(String connector, Map<String, String> parameters, Limits limits) {
        Source source = new Source("shop", connector, new Parameters(parameters), limits, Map.of(), false);
        connection = SourceConnection.attach(camel, source, Path.of("."));
    }

    ApiUnderTest(String connector, Map<String, String> parameters) {
        this(connector, parameters, RunLimits.DEFAULT);
    }

    /** The generic connector on some tables; {@code more}: names and values of parameters. */
    static ApiUnderTest rest(String baseUrl, String tables, String... more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("baseUrl", baseUrl, "tables", tables));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new ApiUnderTest("rest", parameters);
    }

    /** Some rows and where the next ones begin. */
    record Rows(List<Map<String, Object>> rows, @Nullable List<?> next) {}

    Probe probe() {
        return connection.probe();
    }

    Receipt receipt() {
        return connection.receipt();
    }

    List<DiscoveredTable> tables() {
        return connection.discover();
    }

    DiscoveredTable table(String name) {
        return tables().stream()
                .filter(table -> table.info().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Every row, by pages that end after each of the API's. */
    List<Map<String, Object>> rows(String table, @Nullable List<String> columns) {
        return rows(table, columns, Map.of("method", "all", "limit", 1));
    }

    List<Map<String, Object>> rows(String table, @Nullable List<String> columns, Map<String, ?> selection) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<?> cursor = null;
        do {
            Rows page = page(table, columns, selection, cursor);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }

    /** One page. Throws what the connector says. */
    Rows page(String table, @Nullable List<String> columns, Map<String, ?> selection, @Nullable List<?> cursor) {
        try (var template = camel.createProducerTemplate()) {
            Exchange answer = template.request(connection.uri(), exchange -> {
                exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
                exchange.getMessage().setHeader(Headers.TABLE, table);
                exchange.getMessage().setHeader(Headers.COLUMNS, columns);
                exchange.getMessage().setHeader(Headers.SELECTION, selection);
                exchange.getMessage().setHeader(Headers.CURSOR, cursor);
            });
            if (answer.getException() != null) {
                throw SourceConnection.failure("shop", answer.getException());
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            if (answer.getMessage().getBody() instanceof Page page) {
                page.forEachRemaining(rows::add);
                return new Rows(rows, page.nextCursor());
            }
            ((List<?>) answer.getMessage().getBody()).forEach(row -> rows.add(copy((Map<?, ?>) row)));
            return new Rows(rows, null);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One page whose rows are looked at and forgotten. */
    void stream(String table, Map<String, ?> selection, Consumer<Map<String, Object>> eachRow) {
        try (var template = camel.createProducerTemplate()) {
            Exchange answer = template.request(connection.uri(), exchange -> {
                exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
                exchange.getMessage().setHeader(Headers.TABLE, table);
                exchange.getMessage().setHeader(Headers.SELECTION, selection);
            });
            ((Page) answer.getMessage().getBody()).forEachRemaining(eachRow);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Object> copy(Map<?, ?> row) {
        Map<String, Object> copy = new LinkedHashMap<>();
        row.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }

    @Override
    public void close() {
        connection.close();
        camel.stop();
    }
}
