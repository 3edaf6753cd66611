package dev.dayone.readiness.profile;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/** How many different values, within about 2 % at 95 % confidence: HyperLogLog of DataSketches with 2^14 registers. */
final class DistinctSketch implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LOG_REGISTERS = 14;
    private transient HllSketch sketch = new HllSketch(LOG_REGISTERS, TgtHllType.HLL_8);

    void add(long value) {
        sketch.update(value);
    }

    void merge(DistinctSketch other) {
        Union union = new Union(LOG_REGISTERS);
        union.update(sketch);
        union.update(other.sketch);
        sketch = union.getResult(TgtHllType.HLL_8);
    }

    long estimate() {
        return Math.round(sketch.getEstimate());
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        byte[] bytes = sketch.toCompactByteArray();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void readObject(ObjectInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        sketch = HllSketch.heapify(bytes);
    }
}
