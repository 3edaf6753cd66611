package dev.dayone.readiness.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts in UTF-8 that lie in one array, the i-th from {@code starts[i]} to {@code ends[i]}. Used again and again. */
public final class TextBatch {
    byte[] bytes = new byte[1 << 12];
    int[] starts = new int[64];
    int[] ends = new int[64];
    long @Nullable [] weights;
    int length;
    private int used;

    /** Empties it, to hold bytes of its own. */
    public void clear() {
        if (used < 0) {
            bytes = new byte[1 << 12];
        }
        used = 0;
        length = 0;
        weights = null;
    }

    /** Empties it, to point into an array of somebody else. */
    public void borrow(byte[] shared) {
        bytes = shared;
        used = -1;
        length = 0;
        weights = null;
    }

    /** Adds a text that lies in the borrowed array. */
    public void point(int start, int end) {
        reserve();
        starts[length] = start;
        ends[length++] = end;
    }

    /** Makes room for one more text of its own; answers where its bytes are to be written. */
    public int append(int size) {
        if (used + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + size, bytes.length * 2));
        }
        reserve();
        starts[length] = used;
        used += size;
        ends[length++] = used;
        return used - size;
    }

    /** Says how often each text is meant; one weight a text. */
    public void weigh(long[] rows) {
        weights = rows;
    }

    /** The array that texts of its own are written into; another one after {@link #append}. */
    public byte[] array() {
        return bytes;
    }

    /** How many texts it holds. */
    public int size() {
        return length;
    }

    long weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    private void reserve() {
        if (length == starts.length) {
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
    }
}
