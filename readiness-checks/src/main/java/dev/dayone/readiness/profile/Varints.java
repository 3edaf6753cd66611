package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Whole numbers in as few bytes as they need, and byte arrays behind their length. */
final class Varints {
    private static final int LONGEST = 1 << 28;

    private Varints() {}

    static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInput in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = in.readByte();
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IOException("A number of more than 64 bits");
    }

    static int readLength(DataInput in) throws IOException {
        long length = read(in);
        if (length < 0 || length > LONGEST) {
            throw new IOException("A length of " + length);
        }
        return (int) length;
    }

    static void write(DataOutput out, byte[] bytes) throws IOException {
        write(out, bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[readLength(in)];
        in.readFully(bytes);
        return bytes;
    }

    static void write(DataOutput out, long[] values) throws IOException {
        write(out, values.length);
        for (long value : values) {
            write(out, value);
        }
    }

    /** Fills an array; its length must be as it was written. */
    static void read(DataInput in, long[] values) throws IOException {
        if (readLength(in) != values.length) {
            throw new IOException("Not the expected " + values.length + " numbers");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in);
        }
    }
}
