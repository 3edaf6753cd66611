package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every value's 64-bit hash, 8 bytes a row: kept only for columns whose uniqueness is asked for, once they have more values
 * than are counted one by one. Two different values sharing a hash is negligible below 10^8 rows.
 */
final class Repeats {
    private static final int A_PART = 2048;
    private static final int CHUNK = 1 << 14;
    private static final int MOST_AT_ONCE = 1 << 24;

    /** All but the last are full: what grows by copying leaves as much garbage again. */
    private final List<long[]> chunks = new ArrayList<>();

    private long[] last = new long[0];
    private int inLast;
    private int size;

    void add(long hash, long times) {
        for (long i = 0; i < times; i++) {
            makeRoom();
            last[inLast++] = hash;
            size++;
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
        for (int i = from; i < to; ) {
            makeRoom();
            int length = Math.min(to - i, CHUNK - inLast);
            System.arraycopy(more, i, last, inLast, length);
            inLast += length;
            size += length;
            i += length;
        }
    }

    private void makeRoom() {
        if (chunks.isEmpty() || inLast == CHUNK) {
            last = new long[CHUNK];
            chunks.add(last);
            inLast = 0;
        }
    }

    /** How many of a chunk's are filled. */
    private int filled(long[] chunk) {
        return chunk == last ? inLast : CHUNK;
    }

    /** As many as are written, or a little more. */
    int bytes() {
        return Math.min(size, MOST_AT_ONCE) * Long.BYTES;
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, size);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
        for (long[] chunk : chunks) {
            bytes.asLongBuffer().put(chunk, 0, filled(chunk));
            out.write(bytes.array(), 0, filled(chunk) * Long.BYTES);
        }
    }

    void read(DataInput in) throws IOException {
        int length = Varints.readLength(in);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Long.BYTES);
        long[] some = new long[CHUNK];
        for (int from = 0; from < length; from += CHUNK) {
            int now = Math.min(CHUNK, length - from);
            in.readFully(bytes.array(), 0, now * Long.BYTES);
            bytes.asLongBuffer().get(some, 0, now);
            add(some, null, 0, now);
        }
    }

    void merge(Repeats other) {
        for (long[] chunk : other.chunks) {
            add(chunk, null, 0, other.filled(chunk));
        }
    }

    /** Equal hashes come into one of many parts, each of which is counted by itself in a table that a core's cache holds. */
    Uniqueness count() {
        int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(size / A_PART));
        int[] ends = new int[1 << bits];
        for (long[] chunk : chunks) {
            for (int i = 0; i < filled(chunk); i++) {
                ends[part(chunk[i], bits)]++;
            }
        }
        int before = 0;
        for (int part = 0; part < ends.length; part++) {
            int rows = ends[part];
            ends[part] = before;
            before += rows;
        }
        long[] parted = new long[size];
        for (long[] chunk : chunks) {
            for (int i = 0; i < filled(chunk); i++) {
                parted[ends[part(chunk[i], bits)]++] = chunk[i];
            }
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
