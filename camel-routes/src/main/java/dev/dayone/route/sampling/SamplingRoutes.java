package dev.dayone.route.sampling;

import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/** The route template {@code sample}, one instance a table, and the route that reads one page. */
final class SamplingRoutes extends RouteBuilder {
    static final String TEMPLATE = "sample";
    static final String READING = "DayoneReading";
    static final String ENDPOINT = "DayoneEndpoint";
    static final String RETRIED = "DayoneRetried";

    private final RetryPolicy retry;

    SamplingRoutes(RetryPolicy retry) {
        this.retry = retry;
    }

    /** Told when a page is asked for again. */
    @FunctionalInterface
    interface Retried {
        void retrying(int attempt, DayoneException why);
    }

    @Override
    public void configure() {
        // A broken-off page is asked for again as a whole: the error handler stands around the page's route.
        routeTemplate(TEMPLATE)
                .templateParameter("number")
                .from("direct:sample-{{number}}")
                .onException(SourceUnavailableException.class)
                .onWhen(SamplingRoutes::mayRetry)
                .maximumRedeliveries(retry.tries())
                .redeliveryDelay(retry.firstDelay().toMillis())
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .onRedelivery(SamplingRoutes::tell)
                .retryAttemptedLogLevel(LoggingLevel.DEBUG)
                .retriesExhaustedLogLevel(LoggingLevel.DEBUG)
                .logExhausted(false)
                .end()
                .onException(Exception.class)
                .maximumRedeliveries(0)
                .retriesExhaustedLogLevel(LoggingLevel.DEBUG)
                .logExhausted(false)
                .end()
                .loopDoWhile(exchange -> reading(exchange).hasMore())
                .to("direct:page")
                .end();

        from("direct:page")
                .routeId("page")
                .errorHandler(noErrorHandler())
                .process(exchange -> reading(exchange).ask(exchange))
                .toD("${exchangeProperty." + ENDPOINT + "}")
                .process(exchange -> reading(exchange).take(exchange));
    }

    private static boolean mayRetry(Exchange exchange) {
        return !(exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof DayoneException caught
                && caught.code() == ErrorCode.INTERRUPTED);
    }

    private static void tell(Exchange exchange) {
        int attempt = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 1, Integer.class);
        if (exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof DayoneException why) {
            exchange.getProperty(RETRIED, Retried.class).retrying(attempt, why);
        }
    }

    private static TableReading reading(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(READING, TableReading.class), "No table is read here");
    }
}
