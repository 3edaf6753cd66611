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
    private final Bound min = new Bound();
    private final Bound max = new Bound();
    private boolean any;
    // What both begin with, in whole words, and the next eight bytes of each as unsigned numbers.
    private int shared;
    private long lowWord = Long.MAX_VALUE;
    private long highWord = Long.MIN_VALUE;

    /** A text in somebody's array, until it is kept. */
    private static final class Bound {
        private byte[] bytes = new byte[0];
        private int from;
        private int to;

        private void point(byte[] array, int start, int end) {
            bytes = array;
            from = start;
            to = Math.min(end, start + LONGEST);
        }

        private void keep() {
            bytes = bytes();
            from = 0;
            to = bytes.length;
        }

        private byte[] bytes() {
            return Arrays.copyOfRange(bytes, from, to);
        }

        private int compare(byte[] array, int start, int end) {
            return Arrays.compareUnsigned(array, start, end, bytes, from, to);
        }

        private String text() {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8).replaceAll("\uFFFD+$", "");
        }
    }

    /** Takes a text in; the array must stay as it is until {@link #keep}. */
    void look(byte[] bytes, int from, int to) {
        if (!isBetween(bytes, from, to)) {
            compare(bytes, from, to);
        }
    }

    /** Copies what was found, so that arrays may be used anew. */
    void keep() {
        min.keep();
        max.keep();
    }

    private boolean isBetween(byte[] bytes, int from, int to) {
        int start = shared;
        if (to - from <= start) {
            return false;
        }
        for (int i = 0; i < start; i += 8) {
            if ((long) Hash.LONGS.get(bytes, from + i) != (long) Hash.LONGS.get(min.bytes, min.from + i)) {
                return false;
            }
        }
        long word = word(bytes, from + start, to);
        return word > lowWord && word < highWord;
    }

    private void compare(byte[] bytes, int from, int to) {
        boolean least = !any || min.compare(bytes, from, to) < 0;
        boolean most = !any || max.compare(bytes, from, to) > 0;
        if (least) {
            min.point(bytes, from, to);
        }
        if (most) {
            max.point(bytes, from, to);
        }
        if (least || most) {
            any = true;
            int differ = Arrays.mismatch(min.bytes, min.from, min.to, max.bytes, max.from, max.to);
            shared = (differ < 0 ? min.to - min.from : differ) & ~7;
            lowWord = word(min.bytes, min.from + shared, min.to);
            highWord = word(max.bytes, max.from + shared, max.to);
        }
    }

    /** Up to eight bytes in big-endian order, filled up with zeros, flipped so that signed comparing orders them. */
    private static long word(byte[] bytes, int from, int to) {
        long little = to - from >= 8 ? (long) Hash.LONGS.get(bytes, from) : Hash.tail(bytes, from, to);
        return Long.reverseBytes(little) ^ Long.MIN_VALUE;
    }

    void merge(TextBounds other) {
        if (other.any) {
            compare(other.min.bytes, other.min.from, other.min.to);
            compare(other.max.bytes, other.max.from, other.max.to);
            keep();
        }
    }

    @Nullable
    String min() {
        return any ? min.text() : null;
    }

    @Nullable
    String max() {
        return any ? max.text() : null;
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(any);
        if (any) {
            Varints.write(out, min.bytes());
            Varints.write(out, max.bytes());
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
