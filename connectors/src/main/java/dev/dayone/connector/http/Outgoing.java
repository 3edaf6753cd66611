package dev.dayone.connector.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request before credentials are put on it.
 *
 * @param path as the description has it, with its places unfilled
 * @param table that is read, or what else it is for: shown in messages
 * @param paged whether it asks for a place that the API named
 */
record Outgoing(
        URI uri,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        String table,
        boolean paged) {
    /** What a receipt shows: no values. */
    String shape() {
        return (body == null ? "GET " : "POST ") + PathShape.of(uri, path);
    }
}
