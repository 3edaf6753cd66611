package dev.dayone.connector;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * A page's rows while they come off the wire, so that no page has to fit into memory. To be closed by whoever drains it,
 * also when it breaks off.
 */
public interface Page extends Iterator<Map<String, Object>>, AutoCloseable {
    /** Where the next page begins, or null at the selection's end; known once all rows were handed out. */
    @Nullable
    List<?> nextCursor();

    /** What the rows handed out so far weigh, as near as the connector can tell. */
    long bytes();

    /** What of the page could not be handed out as a row, or not whole: how many of each kind; by kind, in words. */
    default Map<String, Long> setAside() {
        return Map.of();
    }

    @Override
    void close();

    /** The page that a connector answered, whether it is one or a list or iterator with the next cursor in a header. */
    static Page of(Message answer) {
        return answer.getBody() instanceof Page page ? page : new ListedPage(answer);
    }

    /** What a row weighs: a byte a character of its texts, eight for any other value that is not empty. */
    static long weight(Map<String, ?> row) {
        if (row instanceof Row placed) {
            return placed.weight();
        }
        long bytes = 0;
        for (Object value : row.values()) {
            bytes += weight(value);
        }
        return bytes;
    }

    /** What a value weighs. */
    static long weight(@Nullable Object value) {
        return value instanceof String text ? text.length() : value == null ? 0 : Long.BYTES;
    }
}
