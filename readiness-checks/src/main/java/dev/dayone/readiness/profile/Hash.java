package dev.dayone.readiness.profile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A fast 64-bit hash of bytes and numbers; stable between machines, for its values travel in states. A text that writes a
 * whole number has that number's hash, so that keys kept as numbers here and as text there can be compared.
 */
final class Hash {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long A = 0x9E3779B97F4A7C15L;
    static final long B = 0xC2B2AE3D27D4EB4FL;
    private static final int LONGEST_NUMBER = 18;

    private Hash() {}

    /** The finaliser of MurmurHash3. */
    static long mix(long value) {
        long h = value * A;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    static long of(byte[] bytes, int from, int to) {
        if (mayWriteNumber(bytes, from, to)) {
            return ofNumber(bytes, from, to);
        }
        return ofBytes(bytes, from, to);
    }

    /** Whether the text is worth a look as a number: of a number's length and with a number's first character. */
    static boolean mayWriteNumber(byte[] bytes, int from, int to) {
        return to > from && to - from <= LONGEST_NUMBER && (bytes[from] == '-' || (bytes[from] ^ '0') < 10);
    }

    /** The hash of a text that may write a number. */
    static long ofNumber(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int first = negative ? from + 1 : from;
        long value = 0;
        for (int i = first; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return ofBytes(bytes, from, to);
            }
            value = value * 10 + digit;
        }
        // 007, -0 and a lone sign are texts.
        boolean plain = first < to && (bytes[first] != '0' || (!negative && to - first == 1));
        return plain ? mix(negative ? -value : value) : ofBytes(bytes, from, to);
    }

    private static long ofBytes(byte[] bytes, int from, int to) {
        long h = (to - from) * A;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            h = step(h, (long) LONGS.get(bytes, i));
        }
        if (i < to) {
            h = step(h, tail(bytes, i, to));
        }
        return mix(h);
    }

    static long step(long h, long word) {
        return Long.rotateLeft(h ^ (word * B), 29) * A;
    }

    /** Up to seven bytes as a little-endian word. */
    static long tail(byte[] bytes, int from, int to) {
        if (from + 8 <= bytes.length) {
            return (long) LONGS.get(bytes, from) & ((1L << (8 * (to - from))) - 1);
        }
        long tail = 0;
        for (int i = from, shift = 0; i < to; i++, shift += 8) {
            tail |= (bytes[i] & 0xffL) << shift;
        }
        return tail;
    }
}
