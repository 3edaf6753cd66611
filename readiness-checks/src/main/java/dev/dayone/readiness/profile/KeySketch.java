package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@link #SIZE} least hashes of a column's values: a sample of its different values that is coordinated between
 * columns, so that the share of one column's values that another holds can be told without a join (bottom-k sketches:
 * Cohen and Kaplan, "Summarizing Data using Bottom-k Sketches", 2007). Whole numbers kept as text count as numbers.
 */
public final class KeySketch {
    static final int SIZE = 1024;
    private long[] least = new long[64];
    private int size;
    private boolean whole = true;
    // Hashes are compared as unsigned numbers: flipped by their highest bit.
    private long limit = Long.MAX_VALUE;
    private @Nullable KeySketch often;

    KeySketch() {}

    /** Of some values, written as texts. */
    public static KeySketch of(Collection<String> values) {
        KeySketch sketch = new KeySketch();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sketch.add(new long[] {Hash.of(bytes, 0, bytes.length)}, 0, 1);
        }
        return sketch;
    }

    void add(long[] hashes, int from, int to) {
        long bound = limit;
        for (int i = from; i < to; i++) {
            long flipped = hashes[i] ^ Long.MIN_VALUE;
            if (flipped < bound) {
                keep(flipped);
                bound = limit;
            }
        }
    }

    private void keep(long flipped) {
        if (size == least.length && size < 4 * SIZE) {
            least = Arrays.copyOf(least, size * 2);
        } else if (size == least.length) {
            settle();
        }
        least[size++] = flipped;
    }

    /** Sorts, drops what is double and what is beyond the size. */
    private void settle() {
        Arrays.sort(least, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || least[i] != least[kept - 1]) {
                least[kept++] = least[i];
            }
        }
        if (kept > SIZE) {
            whole = false;
            kept = SIZE;
            limit = least[SIZE - 1];
        }
        size = kept;
    }

    void merge(KeySketch other) {
        other.settle();
        whole &= other.whole;
        limit = Math.min(limit, other.limit);
        for (int i = 0; i < other.size; i++) {
            if (other.least[i] <= limit) {
                keep(other.least[i]);
            }
        }
        settle();
        while (size > 0 && least[size - 1] > limit) {
            size--;
        }
    }

    /**
     * The share of this column's different values that the other column holds too: exact if both have few values, else
     * within about 3 % points; of the values that both sketches could hold. NaN: this column has no value.
     */
    public double containedIn(KeySketch other) {
        settle();
        other.settle();
        long bound = Math.min(limit, other.limit);
        Set<Long> theirs = new HashSet<>();
        for (int i = 0; i < other.size; i++) {
            theirs.add(other.least[i]);
        }
        int mine = 0;
        int shared = 0;
        for (int i = 0; i < size && least[i] <= bound; i++) {
            mine++;
            shared += theirs.contains(least[i]) ? 1 : 0;
        }
        return mine == 0 ? Double.NaN : (double) shared / mine;
    }

    KeySketch with(KeySketch withoutRare) {
        often = withoutRare;
        return this;
    }

    /**
     * The values without those that stand in far fewer rows than the others, as mistakes do; all of them where nobody
     * counted, or none repeats.
     */
    public KeySketch often() {
        return often == null ? this : often;
    }

    /** The hash by which a value is known, as {@link #hashes} tells it. */
    public static long hash(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return Hash.of(bytes, 0, bytes.length) ^ Long.MIN_VALUE;
    }

    /** The same of a whole number. */
    public static long hash(long value) {
        return Hash.mix(value) ^ Long.MIN_VALUE;
    }

    /** The hashes that it holds, in order. */
    public long[] hashes() {
        settle();
        return Arrays.copyOf(least, size);
    }

    /** The highest hash that it would hold if a value had it; none beyond are known. */
    public long limit() {
        settle();
        return limit;
    }

    /** Whether it holds every value. */
    public boolean isWhole() {
        settle();
        return whole;
    }

    void write(DataOutput out) throws IOException {
        settle();
        out.writeBoolean(whole);
        out.writeLong(limit);
        Varints.write(out, size);
        for (int i = 0; i < size; i++) {
            out.writeLong(least[i]);
        }
    }

    static KeySketch read(DataInput in) throws IOException {
        KeySketch sketch = new KeySketch();
        sketch.whole = in.readBoolean();
        sketch.limit = in.readLong();
        sketch.size = Varints.readLength(in);
        sketch.least = new long[Math.max(64, sketch.size)];
        for (int i = 0; i < sketch.size; i++) {
            sketch.least[i] = in.readLong();
        }
        return sketch;
    }
}
