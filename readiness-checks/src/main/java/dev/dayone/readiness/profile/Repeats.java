package dev.dayone.readiness.profile;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Every value's 64-bit hash, 8 bytes a row: kept only for columns whose uniqueness is asked for. Two different values
 * sharing a hash is negligible below 10^8 rows.
 */
final class Repeats implements Serializable {
    private static final long serialVersionUID = 1L;
    private long[] hashes = new long[1024];
    private int size;

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + (size >> 1));
        }
        hashes[size++] = hash;
    }

    void merge(Repeats other) {
        if (size + other.size > hashes.length) {
            hashes = Arrays.copyOf(hashes, size + other.size);
        }
        System.arraycopy(other.hashes, 0, hashes, size, other.size);
        size += other.size;
    }

    Uniqueness count() {
        long[] sorted = Arrays.copyOf(hashes, size);
        Arrays.parallelSort(sorted);
        long distinct = 0;
        long once = 0;
        for (int i = 0; i < size; ) {
            int start = i;
            while (i < size && sorted[i] == sorted[start]) {
                i++;
            }
            distinct++;
            once += i - start == 1 ? 1 : 0;
        }
        return new Uniqueness(distinct, once);
    }
}
