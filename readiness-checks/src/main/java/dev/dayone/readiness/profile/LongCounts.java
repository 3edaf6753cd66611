package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often each of up to {@link #LIMIT} numbers was seen: an open-addressed table without boxes. Past the limit its
 * owner purges it, and it becomes a summary of frequent items (Misra and Gries, with the purge at the median of Anderson
 * et al., "A High-Performance Algorithm for Identifying Frequent Items in Data Streams", 2017).
 */
final class LongCounts {
    static final int LIMIT = 4096;

    private long[] keys = new long[64];
    private long[] counts = new long[64];
    private int size;
    private long offset;

    interface Visitor {
        void entry(long key, long count);
    }

    /** Adds, or answers false if the key is new and the table is full. */
    boolean add(long key, long weight) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (counts[slot] != 0) {
            if (keys[slot] == key) {
                counts[slot] += weight;
                return true;
            }
            slot = (slot + 1) & mask;
        }
        if (size >= LIMIT) {
            return false;
        }
        keys[slot] = key;
        counts[slot] = weight;
        size++;
        if (size * 2 > keys.length) {
            rebuild(keys.length * 2, 0);
        }
        return true;
    }

    /** Takes the median count away from every entry, so that about half of them go. */
    void purge() {
        long median = Purge.median(counts);
        offset += median;
        rebuild(keys.length, median);
    }

    /** What was taken away from every entry at most. */
    long offset() {
        return offset;
    }

    void addOffset(long more) {
        offset += more;
    }

    int size() {
        return size;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                visitor.entry(keys[i], counts[i]);
            }
        }
    }

    /** Keeps the most frequent entries only; the owner has a sketch beside. */
    void keepMost(int most) {
        if (size > most) {
            long less = Purge.beyond(most, counts);
            offset += less;
            rebuild(keys.length, less);
        }
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, offset);
        Varints.write(out, size);
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                out.writeLong(keys[i]);
                Varints.write(out, counts[i]);
            }
        }
    }

    void read(DataInput in) throws IOException {
        offset = Varints.read(in);
        int entries = Varints.readLength(in);
        for (int i = 0; i < entries; i++) {
            add(in.readLong(), Varints.read(in));
        }
    }

    private void rebuild(int length, long less) {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[length];
        counts = new long[length];
        size = 0;
        int mask = length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] > less) {
                int slot = slot(oldKeys[i], mask);
                while (counts[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i] - less;
                size++;
            }
        }
    }

    private static int slot(long key, int mask) {
        return (int) (Hash.mix(key) >>> 32) & mask;
    }

    /** Shared with the table of texts. */
    static final class Purge {
        private static final int LOOKED_AT = 512;

        private Purge() {}

        /** The highest count that is not among the highest {@code most}. */
        static long beyond(int most, long[] counts) {
            long[] sorted =
                    Arrays.stream(counts).filter(count -> count != 0).sorted().toArray();
            return sorted[sorted.length - most - 1];
        }

        static long median(long[] counts) {
            long[] some = new long[LOOKED_AT];
            int found = 0;
            for (int i = 0; i < counts.length && found < LOOKED_AT; i++) {
                if (counts[i] != 0) {
                    some[found++] = counts[i];
                }
            }
            Arrays.sort(some, 0, found);
            return found == 0 ? 0 : some[found / 2];
        }
    }
}
