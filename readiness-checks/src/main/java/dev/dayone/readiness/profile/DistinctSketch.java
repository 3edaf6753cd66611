package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.datasketches.hll.HllSketch;

/**
 * How many different values, within about 2 % at 95 % confidence: HyperLogLog with 2^14 registers. Values come hashed, for
 * DataSketches would hash each again; its estimator reads the registers in its own form (HLL_8).
 */
final class DistinctSketch {
    static final double ERROR = 0.02;
    private static final int LOG_REGISTERS = 14;
    private static final int REGISTERS = 1 << LOG_REGISTERS;
    private static final int PREAMBLE = 40;
    private final byte[] registers = new byte[REGISTERS];

    /** Adds the hashes from a position on. */
    void add(long[] hashes, int from, int to) {
        byte[] local = registers;
        for (int i = from; i < to; i++) {
            long hash = hashes[i];
            int rank = Math.min(Long.numberOfLeadingZeros(hash), 64 - LOG_REGISTERS - 1) + 1;
            int slot = (int) hash & (REGISTERS - 1);
            if (rank > local[slot]) {
                local[slot] = (byte) rank;
            }
        }
    }

    void merge(DistinctSketch other) {
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = (byte) Math.max(registers[i], other.registers[i]);
        }
    }

    long estimate() {
        return Math.round(HllSketch.heapify(image()).getCompositeEstimate());
    }

    /** The registers as DataSketches lays out a sketch of type HLL_8 that was merged, so without a running estimate. */
    private byte[] image() {
        double low = 0;
        double high = 0;
        int zeros = 0;
        for (byte register : registers) {
            double share = Math.scalb(1.0, -register);
            low += register < 32 ? share : 0;
            high += register < 32 ? 0 : share;
            zeros += register == 0 ? 1 : 0;
        }
        int typeHll8InModeHll = 0b1010;
        int outOfOrder = 16;
        return ByteBuffer.allocate(PREAMBLE + REGISTERS)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {PREAMBLE / 4, 1, 7, LOG_REGISTERS, 0, (byte) outOfOrder, 0, (byte) typeHll8InModeHll})
                .putDouble(0)
                .putDouble(low)
                .putDouble(high)
                .putInt(zeros)
                .putInt(0)
                .put(registers)
                .array();
    }

    void write(DataOutput out) throws IOException {
        out.write(registers);
    }

    static DistinctSketch read(DataInput in) throws IOException {
        DistinctSketch sketch = new DistinctSketch();
        in.readFully(sketch.registers);
        return sketch;
    }
}
