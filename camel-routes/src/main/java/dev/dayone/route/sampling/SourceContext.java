package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.connector.Headers;
import dev.dayone.connector.Page;
import dev.dayone.connector.SourceConnection;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.route.parquet.TableFormat;
import dev.dayone.route.snapshot.SnapshotFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * A source of a sampling with what its tables have in common. Used by one thread.
 *
 * @param found its tables by name
 */
record SourceContext(
        Shared shared,
        AttachedSource attached,
        Map<String, DiscoveredTable> found,
        RunBudget budget,
        Throttle throttle,
        SourceReceipt receipt) {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** What all sources of a sampling have in common. */
    record Shared(
            SamplingRequest request,
            SampleListener listener,
            TableFormat.Keys keys,
            LinkedTables links,
            KeyPool pool) {}

    Source source() {
        return attached.source();
    }

    SamplingRequest.Settings settings() {
        return shared.request().settings();
    }

    /** Writes down what was done to the source so far. */
    void saveReceipt(SnapshotFolder snapshot) {
        receipt.save(snapshot, settings().timing().now());
    }

    /** Retries that tell of a table. */
    <T> T retried(TableRef table, java.util.function.Supplier<T> action) {
        return new Retries(settings().retry(), settings(), budget)
                .call(action, (why, attempt) -> shared.listener().retrying(table, attempt, why.line()));
    }

    /** The only row that answers a selection, asked for again if the source breaks off. */
    Map<String, Object> one(TableRef ref, Map<String, Object> selection) {
        return retried(ref, () -> {
            budget.check();
            return ask(ref, selection);
        });
    }

    /** The only row that answers a selection that is dear: it is asked for once. */
    Map<String, Object> ask(TableRef ref, Map<String, Object> selection) {
        Exchange answer = attached.template().request(attached.connection().uri(), exchange -> {
            exchange.getMessage().setHeader(Headers.OPERATION, Headers.READ);
            exchange.getMessage().setHeader(Headers.TABLE, ref.table());
            exchange.getMessage().setHeader(Headers.SELECTION, selection);
        });
        if (answer.getException() != null) {
            throw SourceConnection.failure(source().name(), answer.getException());
        }
        try (Page page = Page.of(answer.getMessage())) {
            return page.hasNext() ? new LinkedHashMap<>(page.next()) : Map.of();
        }
    }

    /** Reads a table by a route of its own, which goes on after each retry where it broke off. */
    void run(TableRef ref, TableReading reading) {
        String number = String.valueOf(NUMBERS.incrementAndGet());
        String route = "sample:" + ref.toString().replaceAll("[{}]", "_");
        try {
            TemplatedRouteBuilder.builder(attached.context(), SamplingRoutes.TEMPLATE)
                    .routeId(route)
                    .parameter("number", number)
                    .add();
            try {
                new Retries(settings().retry(), settings(), budget)
                        .call(() -> read(number, reading), reading::pagesRead, (why, attempt) -> shared.listener()
                                .retrying(ref, attempt, why.line()));
            } finally {
                attached.context().getRouteController().stopRoute(route);
                attached.context().removeRoute(route);
            }
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) {
            throw SourceConnection.failure(source().name(), e);
        }
    }

    private Exchange read(String number, TableReading reading) {
        Exchange answer = attached.template().request("direct:sample-" + number, exchange -> {
            exchange.setProperty(SamplingRoutes.READING, reading);
            exchange.setProperty(SamplingRoutes.ENDPOINT, attached.connection().uri());
        });
        if (answer.getException() != null) {
            throw SourceConnection.failure(source().name(), answer.getException());
        }
        return answer;
    }
}
