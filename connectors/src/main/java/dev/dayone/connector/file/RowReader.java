package dev.dayone.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file's rows from its beginning on. Used by one thread. */
interface RowReader extends Closeable {
    /** The next row, or null at the end. */
    @Nullable
    Map<String, Object> next() throws IOException;

    /** Passes over rows. */
    default void skip(long rows) throws IOException {
        for (long i = 0; i < rows && next() != null; i++) {
            // Each row is read to know where the next one begins.
        }
    }

    /** What was no row, or no whole one, so far: how many of each kind. */
    default Map<String, Long> setAside() {
        return Map.of();
    }
}
