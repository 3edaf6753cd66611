package dev.dayone.connector.http;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what it is told and nothing by itself: it follows no redirect. For use by {@link HttpGate} alone. */
interface Wire extends AutoCloseable {
    /** A page that is larger should be asked for in smaller ones. */
    int MAX_BODY = 64_000_000;

    /** Sends one request; with a body it is POST. */
    Answer send(URI uri, Map<String, String> headers, @Nullable String body) throws Exception;

    /** The encryption of the last connection, or {@code none}. */
    String tls();

    @Override
    void close();

    /** An answer is larger than a page may be. */
    final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
