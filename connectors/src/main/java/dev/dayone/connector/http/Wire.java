package dev.dayone.connector.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSession;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/**
 * Camel's HTTP component, set up to do what it is told and nothing by itself: no redirects, no cookies, no retries. For use
 * by {@link HttpGate} alone.
 */
final class Wire implements AutoCloseable {
    /** A page that is larger should be asked for in smaller ones. */
    static final int MAX_BODY = 64_000_000;

    private static final int BUFFER = 16_384;

    private final CamelContext context;
    private final Duration timeout;
    private final HttpComponent component;
    private final HttpClientContext last = HttpClientContext.create();
    private final Map<Origin, Producer> producers = new HashMap<>();

    Wire(CamelContext context, Duration timeout) {
        this.context = context;
        this.timeout = timeout;
        this.component = new HttpComponent();
        component.setCamelContext(context);
        component.setConnectTimeout(timeout.toMillis());
        component.setConnectionRequestTimeout(timeout.toMillis());
        component.setResponseTimeout(timeout.toMillis());
        component.setSoTimeout(timeout.toMillis());
        component.setFollowRedirects(false);
        component.setRedirectHandlingDisabled(true);
        component.setCookieManagementDisabled(true);
        component.setAutomaticRetriesDisabled(true);
        component.setAuthCachingDisabled(true);
        component.setHttpContext(last);
        component.start();
    }

    /** The encryption of the last connection, or {@code none}. */
    String tls() {
        SSLSession session = last.getSSLSession();
        return session == null ? "none" : session.getProtocol();
    }

    /** Sends one request; with a body it is POST. */
    Answer send(URI uri, Map<String, String> headers, @Nullable String body) throws Exception {
        DefaultExchange exchange = new DefaultExchange(context);
        Message message = exchange.getMessage();
        headers.forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_METHOD, body == null ? "GET" : "POST");
        message.setHeader(Exchange.HTTP_URI, uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath());
        if (uri.getRawQuery() != null) {
            message.setHeader(Exchange.HTTP_RAW_QUERY, uri.getRawQuery());
        }
        message.setBody(body);
        producer(uri).process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        Message answer = exchange.getMessage();
        Integer status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        try (InputStream in = answer.getBody(InputStream.class)) {
            return new Answer(
                    uri,
                    status == null ? 0 : status,
                    headers(answer),
                    ByteBuffer.wrap(in == null ? new byte[0] : bytes(in)));
        }
    }

    private Producer producer(URI uri) throws Exception {
        Origin origin = Origin.of(uri);
        Producer producer = producers.get(origin);
        if (producer == null) {
            Endpoint endpoint = component.createEndpoint(origin.scheme() + "://" + uri.getRawAuthority()
                    + "?throwExceptionOnFailure=false&disableStreamCache=true");
            producer = endpoint.createProducer();
            producer.start();
            producers.put(origin, producer);
        }
        return producer;
    }

    private byte[] bytes(InputStream in) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > MAX_BODY) {
                throw new BodyTooLargeException();
            }
            // A server that sends a byte now and then never runs into the time-out of a read.
            if (System.nanoTime() > end) {
                throw new SocketTimeoutException("The body was not there in time");
            }
        }
        return out.toByteArray();
    }

    private static Map<String, List<String>> headers(Message answer) {
        Map<String, List<String>> headers = new HashMap<>();
        answer.getHeaders().forEach((name, value) -> {
            List<String> values = new ArrayList<>();
            if (value instanceof Iterable<?> many) {
                many.forEach(one -> values.add(String.valueOf(one)));
            } else {
                values.add(String.valueOf(value));
            }
            headers.put(name.toLowerCase(Locale.ROOT), values);
        });
        return headers;
    }

    @Override
    public void close() {
        producers.values().forEach(Producer::stop);
        component.stop();
    }

    /** An answer is larger than a page may be. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
