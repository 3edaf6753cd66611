package dev.dayone.readiness.discovery;

import java.util.Arrays;
import java.util.List;

/** Which of some columns hold which hash. Thread-safe once made. */
final class KeyIndex {
    private final long[] hashes;
    private final int[] first;
    private final int[] holders;
    private final int columns;

    KeyIndex(List<KeyColumn> columns) {
        this.columns = columns.size();
        int all = columns.stream().mapToInt(column -> column.values().count()).sum();
        long[] sorted = new long[all];
        int filled = 0;
        for (KeyColumn column : columns) {
            column.values().copyTo(sorted, filled);
            filled += column.values().count();
        }
        Arrays.sort(sorted);
        hashes = Arrays.stream(sorted).distinct().toArray();
        first = new int[hashes.length + 1];
        for (int i = 0, at = 0; at < hashes.length; at++) {
            first[at] = i;
            while (i < all && sorted[i] == hashes[at]) {
                i++;
            }
        }
        first[hashes.length] = all;
        holders = new int[all];
        int[] next = first.clone();
        for (int column = 0; column < this.columns; column++) {
            KnownValues values = columns.get(column).values();
            for (int i = 0; i < values.count(); i++) {
                holders[next[Arrays.binarySearch(hashes, values.hash(i))]++] = column;
            }
        }
    }

    /** For each column, how many of some values it holds. */
    int[] shared(KnownValues asked) {
        int[] shared = new int[columns];
        for (int value = 0; value < asked.count(); value++) {
            int at = Arrays.binarySearch(hashes, asked.hash(value));
            for (int i = at < 0 ? 0 : first[at]; at >= 0 && i < first[at + 1]; i++) {
                shared[holders[i]]++;
            }
        }
        return shared;
    }
}
