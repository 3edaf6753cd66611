package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Every value's 64-bit hash, 8 bytes a row: kept only for columns whose uniqueness is asked for. Two different values
 * sharing a hash is negligible below 10^8 rows.
 */
final class Repeats {
    private long[] hashes = new long[1024];
    private int size;

    void add(long hash, long times) {
        for (long i = 0; i < times; i++) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size + (size >> 1));
            }
            hashes[size++] = hash;
        }
    }

    void add(long[] more, int length) {
        if (size + length > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(size + length, hashes.length + (hashes.length >> 1)));
        }
        System.arraycopy(more, 0, hashes, size, length);
        size += length;
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, size);
        for (int i = 0; i < size; i++) {
            out.writeLong(hashes[i]);
        }
    }

    void read(DataInput in) throws IOException {
        size = Varints.readLength(in);
        hashes = new long[Math.max(1024, size)];
        for (int i = 0; i < size; i++) {
            hashes[i] = in.readLong();
        }
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
