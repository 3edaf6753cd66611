package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every value's 64-bit hash, 8 bytes a row: kept only for columns whose uniqueness is asked for, once they have more values
 * than are counted one by one. Two different values
 * sharing a hash is negligible below 10^8 rows.
 */
final class Repeats {
    private static final int A_PART = 2048;
    private static final int CHUNK = 4096;
    private static final int MOST_AT_ONCE = 1 << 24;

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

    /** Adds some of an array's hashes, each as often as its weight says; {@code null}: once. */
    void add(long[] more, long @Nullable [] weights, int from, int to) {
        if (weights != null) {
            for (int i = from; i < to; i++) {
                add(more[i], weights[i]);
            }
            return;
        }
        int length = to - from;
        if (size + length > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(size + length, hashes.length + (hashes.length >> 1)));
        }
        System.arraycopy(more, from, hashes, size, length);
        size += length;
    }

    /** As many as are written, or a little more. */
    int bytes() {
        return Math.min(size, MOST_AT_ONCE) * Long.BYTES;
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, size);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int from = 0; from < size; from += CHUNK) {
            int length = Math.min(CHUNK, size - from);
            bytes.asLongBuffer().put(hashes, from, length);
            out.write(bytes.array(), 0, length * Long.BYTES);
        }
    }

    void read(DataInput in) throws IOException {
        size = Varints.readLength(in);
        hashes = new long[Math.max(1024, size)];
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (int from = 0; from < size; from += CHUNK) {
            int length = Math.min(CHUNK, size - from);
            in.readFully(bytes.array(), 0, length * Long.BYTES);
            bytes.asLongBuffer().get(hashes, from, length);
        }
    }

    void merge(Repeats other) {
        if (size + other.size > hashes.length) {
            hashes = Arrays.copyOf(hashes, size + other.size);
        }
        System.arraycopy(other.hashes, 0, hashes, size, other.size);
        size += other.size;
    }

    /** Equal hashes come into one of many parts, each of which is counted by itself in a table that a core's cache holds. */
    Uniqueness count() {
        int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(size / A_PART));
        int[] ends = new int[1 << bits];
        for (int i = 0; i < size; i++) {
            ends[part(hashes[i], bits)]++;
        }
        int before = 0;
        for (int part = 0; part < ends.length; part++) {
            int rows = ends[part];
            ends[part] = before;
            before += rows;
        }
        long[] parted = new long[size];
        for (int i = 0; i < size; i++) {
            parted[ends[part(hashes[i], bits)]++] = hashes[i];
        }
        return IntStream.range(0, ends.length)
                .parallel()
                .mapToObj(part -> count(parted, part == 0 ? 0 : ends[part - 1], ends[part]))
                .reduce(new Uniqueness(0, 0), Uniqueness::and);
    }

    /** Hashes are even, so their highest bits are as good as any. */
    private static int part(long hash, int bits) {
        return bits == 0 ? 0 : (int) (hash >>> (Long.SIZE - bits));
    }

    private static Uniqueness count(long[] hashes, int from, int to) {
        int slots = Integer.highestOneBit(Math.max(1, to - from)) << 2;
        long[] table = new long[slots];
        boolean[] again = new boolean[slots];
        long distinct = 0;
        long once = 0;
        long zeros = 0;
        for (int i = from; i < to; i++) {
            long hash = hashes[i];
            int slot = (int) hash & (slots - 1);
            while (table[slot] != 0 && table[slot] != hash) {
                slot = (slot + 1) & (slots - 1);
            }
            if (hash == 0) {
                // It would look like an empty slot.
                zeros++;
            } else if (table[slot] == 0) {
                table[slot] = hash;
                distinct++;
                once++;
            } else if (!again[slot]) {
                again[slot] = true;
                once--;
            }
        }
        return new Uniqueness(distinct + (zeros > 0 ? 1 : 0), once + (zeros == 1 ? 1 : 0));
    }
}
