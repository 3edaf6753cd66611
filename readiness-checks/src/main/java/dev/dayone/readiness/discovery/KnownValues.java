package dev.dayone.readiness.discovery;

import dev.dayone.readiness.profile.KeySketch;
import java.util.Arrays;

/** The least hashes of a column's values, in order. */
final class KnownValues {
    private static final double TWO_TO_64 = 0x1p64;

    private final long[] hashes;
    private final long limit;

    KnownValues(KeySketch keys) {
        this.hashes = keys.hashes();
        this.limit = keys.limit();
    }

    /** How many different values the column has, as far as that is told by these. */
    double all() {
        // Hashes are even over all longs.
        return whole() ? hashes.length : hashes.length / ((limit - (double) Long.MIN_VALUE) / TWO_TO_64);
    }

    int count() {
        return hashes.length;
    }

    long hash(int index) {
        return hashes[index];
    }

    void copyTo(long[] target, int at) {
        System.arraycopy(hashes, 0, target, at, hashes.length);
    }

    /** How many of these are among others. */
    int held(AllValues.Hashes others) {
        return (int) Arrays.stream(hashes).filter(others::holds).count();
    }

    /** Whether these are all that the column has. */
    boolean whole() {
        return limit == Long.MAX_VALUE;
    }

    /** As many of these as the others would know if they had them. */
    int comparable(KnownValues others) {
        if (others.limit >= limit) {
            return hashes.length;
        }
        int low = 0;
        int high = hashes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hashes[middle] <= others.limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
