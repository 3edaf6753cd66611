package dev.dayone.route.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** Values in Parquet's plain encoding, one behind the other. */
final class PlainBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1_024];
    private int size;
    private int bits;

    void add(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void add(int value) {
        room(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    /** Eight to a byte, the first in its lowest bit. */
    void add(boolean value) {
        if (bits % 8 == 0) {
            room(1);
            bytes[size++] = 0;
        }
        if (value) {
            bytes[size - 1] |= (byte) (1 << (bits % 8));
        }
        bits++;
    }

    /** Bytes as they are: their number is the type's. */
    void add(byte[] value) {
        add(value, 0, value.length);
    }

    /** Bytes with their number before them. */
    void addSized(byte[] value) {
        add(value.length);
        add(value);
    }

    /** A piece of other plain values. */
    void add(PlainBytes other, int from, int to) {
        add(other.bytes, from, to - from);
    }

    private void add(byte[] value, int from, int length) {
        room(length);
        System.arraycopy(value, from, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    /** What was added, valid until more is. */
    BytesInput input() {
        return BytesInput.from(bytes, 0, size);
    }

    void clear() {
        size = 0;
        bits = 0;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(
                    bytes, Math.max(size + more, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
