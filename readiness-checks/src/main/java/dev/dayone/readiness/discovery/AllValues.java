package dev.dayone.readiness.discovery;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.readiness.profile.KeySketch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every value of a column, for those cases in which the few that its profile kept do not tell: a small table's references
 * to a large one.
 */
@FunctionalInterface
public interface AllValues {
    /** Nobody knows. */
    AllValues UNKNOWN = column -> null;

    /** The values; null: they are too many, or they cannot be read again. */
    @Nullable
    Hashes of(ColumnRef column);

    /** Values by their hashes. Not thread-safe while it is filled. */
    final class Hashes {
        private long[] hashes = new long[1024];
        private int size;
        private boolean sorted;

        /** Adds a text. */
        public void add(String value) {
            add(KeySketch.hash(value));
        }

        /** Adds a whole number. */
        public void addNumber(long value) {
            add(KeySketch.hash(value));
        }

        private void add(long hash) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
            }
            hashes[size++] = hash;
        }

        synchronized boolean holds(long hash) {
            if (!sorted) {
                Arrays.sort(hashes, 0, size);
                sorted = true;
            }
            return Arrays.binarySearch(hashes, 0, size, hash) >= 0;
        }
    }
}
