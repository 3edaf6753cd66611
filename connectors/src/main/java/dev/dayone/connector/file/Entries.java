package dev.dayone.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a text file, one after the other, whether they are rows or not. Used by one thread. */
interface Entries extends Closeable {
    /** The next entry, or null at the end. */
    @Nullable
    Entry next() throws IOException;

    /** Bytes taken from the file so far, a little ahead of what was handed out. */
    long taken() throws IOException;

    /**
     * An entry.
     *
     * @param line where it ends, from 1
     * @param values by field; texts, numbers and booleans
     * @param broken why it is no row; null: it is one
     * @param text as it stands in the file, of one that is no row
     */
    record Entry(
            long line, Map<String, Object> values, @Nullable String broken, String text) {
        static Entry row(long line, Map<String, Object> values) {
            return new Entry(line, values, null, "");
        }

        static Entry broken(long line, String why, String text) {
            return new Entry(line, Map.of(), why, text);
        }
    }
}
