package dev.dayone.readiness.profile;

import java.util.Arrays;

/** A column's different values and in how many rows each stands, where that is known of all of them. */
final class CountedKeys {
    /** Where values stand in fewer rows than this on average, one row is no exception. */
    private static final double REPEATED = 4;

    /** What stands in fewer rows than this part of the average is an exception. */
    private static final double RARELY = 0.25;

    /** Of the rows, as many must be left. */
    private static final double MOST_ROWS = 0.9;

    private long[] hashes = new long[16];
    private long[] rows = new long[16];
    private int size;
    private long all;

    void add(long hash, long count) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
        }
        hashes[size] = hash;
        rows[size++] = count;
        all += count;
    }

    KeySketch sketch() {
        KeySketch keys = new KeySketch();
        keys.add(hashes, 0, size);
        double average = size == 0 ? 0 : (double) all / size;
        if (average < REPEATED) {
            return keys;
        }
        KeySketch often = new KeySketch();
        long left = 0;
        for (int i = 0; i < size; i++) {
            if (rows[i] >= RARELY * average) {
                often.add(hashes, i, i + 1);
                left += rows[i];
            }
        }
        return left >= MOST_ROWS * all ? keys.with(often) : keys;
    }
}
