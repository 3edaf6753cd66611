package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest text by their bytes, cut where long. Most texts lie between the two, which shows in the eight
 * bytes at which these begin to differ: only where it does not, whole texts are compared.
 */
final class TextBounds {
    private static final int LONGEST = 200;
    private byte @Nullable [] min;
    private byte @Nullable [] max;
    // What both begin with, in whole words, and the next eight bytes of each as unsigned numbers.
    private byte[] shared = new byte[0];
    private long lowWord = Long.MAX_VALUE;
    private long highWord = Long.MIN_VALUE;

    void add(byte[] bytes, int from, int to) {
        if (!isBetween(bytes, from, to)) {
            compare(bytes, from, to);
        }
    }

    private boolean isBetween(byte[] bytes, int from, int to) {
        int start = shared.length;
        if (to - from <= start) {
            return false;
        }
        for (int i = 0; i < start; i += 8) {
            if ((long) Hash.LONGS.get(bytes, from + i) != (long) Hash.LONGS.get(shared, i)) {
                return false;
            }
        }
        long word = word(bytes, from + start, to);
        return word > lowWord && word < highWord;
    }

    private void compare(byte[] bytes, int from, int to) {
        boolean changed = false;
        if (min == null || Arrays.compareUnsigned(bytes, from, to, min, 0, min.length) < 0) {
            min = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST));
            changed = true;
        }
        if (max == null || Arrays.compareUnsigned(bytes, from, to, max, 0, max.length) > 0) {
            max = Arrays.copyOfRange(bytes, from, Math.min(to, from + LONGEST));
            changed = true;
        }
        if (changed) {
            int differ = Arrays.mismatch(min, max);
            int start = (differ < 0 ? min.length : differ) & ~7;
            shared = Arrays.copyOf(min, start);
            lowWord = word(min, start, min.length);
            highWord = word(max, start, max.length);
        }
    }

    /** Up to eight bytes in big-endian order, filled up with zeros, flipped so that signed comparing orders them. */
    private static long word(byte[] bytes, int from, int to) {
        long little = to - from >= 8 ? (long) Hash.LONGS.get(bytes, from) : Hash.tail(bytes, from, to);
        return Long.reverseBytes(little) ^ Long.MIN_VALUE;
    }

    void merge(TextBounds other) {
        if (other.min != null && other.max != null) {
            compare(other.min, 0, other.min.length);
            compare(other.max, 0, other.max.length);
        }
    }

    @Nullable
    String min() {
        return text(min);
    }

    @Nullable
    String max() {
        return text(max);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8).replaceAll("\uFFFD+$", "");
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(min != null);
        if (min != null && max != null) {
            Varints.write(out, min);
            Varints.write(out, max);
        }
    }

    void read(DataInput in) throws IOException {
        if (in.readBoolean()) {
            byte[] low = Varints.readBytes(in);
            byte[] high = Varints.readBytes(in);
            compare(low, 0, low.length);
            compare(high, 0, high.length);
        }
    }
}
