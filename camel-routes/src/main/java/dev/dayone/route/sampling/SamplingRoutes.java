package dev.dayone.route.sampling;

import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route template {@code sample}, one instance a table. A route that breaks off is sent the same reading again and goes
 * on with the page that broke off, so it has no error handler of its own: see {@link Retries}.
 */
final class SamplingRoutes extends RouteBuilder {
    static final String TEMPLATE = "sample";
    static final String READING = "DayoneReading";
    static final String ENDPOINT = "DayoneEndpoint";

    @Override
    public void configure() {
        routeTemplate(TEMPLATE)
                .templateParameter("number")
                .from("direct:sample-{{number}}")
                .errorHandler(noErrorHandler())
                .loopDoWhile(exchange -> reading(exchange).hasMore())
                .process(exchange -> reading(exchange).ask(exchange))
                .toD("${exchangeProperty." + ENDPOINT + "}")
                .process(exchange -> reading(exchange).take(exchange))
                .end();
    }

    private static TableReading reading(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(READING, TableReading.class), "No table is read here");
    }
}
