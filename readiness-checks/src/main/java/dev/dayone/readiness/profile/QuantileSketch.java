package dev.dayone.readiness.profile;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.memory.Memory;

/** Ranks of numbers, within about 0.7 % of the rows: KLL of DataSketches. */
final class QuantileSketch implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 400;
    private transient KllDoublesSketch sketch = KllDoublesSketch.newHeapInstance(SIZE);

    void add(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            sketch.update(values[i]);
        }
    }

    void add(double value, long times) {
        for (long i = 0; i < times; i++) {
            sketch.update(value);
        }
    }

    void merge(QuantileSketch other) {
        sketch.merge(other.sketch);
    }

    double quantile(double rank) {
        return sketch.getQuantile(rank);
    }

    /** The shares of values below the first bound, between the bounds, and from the last on. */
    double[] shares(double[] bounds) {
        return sketch.getPMF(bounds);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        byte[] bytes = sketch.toByteArray();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        sketch = KllDoublesSketch.heapify(Memory.wrap(bytes));
    }
}
