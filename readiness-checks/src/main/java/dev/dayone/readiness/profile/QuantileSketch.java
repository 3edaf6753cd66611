package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.kll.KllDoublesSketchIterator;
import org.apache.datasketches.memory.Memory;

/**
 * Ranks of numbers, within about 1 % of the rows: KLL of DataSketches. The first values go all into one sketch, of the
 * later ones one in {@link #EVERY} into another, where each stands for as many.
 */
final class QuantileSketch {
    static final double ERROR = 0.01;
    static final int EVERY = 16;
    private static final int SIZE = 400;
    private KllDoublesSketch all = KllDoublesSketch.newHeapInstance(SIZE);
    private KllDoublesSketch some = KllDoublesSketch.newHeapInstance(SIZE);
    private long left;

    /** Adds a value that stands for one or for {@link #EVERY}. */
    void add(double value, int standsFor) {
        (standsFor == 1 ? all : some).update(value);
    }

    /** Adds a value that a number of rows hold. */
    void addWeighted(double value, long rows) {
        // What is over is carried to the next value: none is lost in the sum.
        left += rows;
        for (; left >= EVERY; left -= EVERY) {
            some.update(value);
        }
    }

    /** Adds a value that a number of rows hold, each. */
    void addEach(double value, long rows) {
        for (long i = 0; i < rows; i++) {
            all.update(value);
        }
    }

    void merge(QuantileSketch other) {
        all.merge(other.all);
        some.merge(other.some);
        left = (left + other.left) % EVERY;
    }

    /** The values kept, each with the rows it stands for. */
    List<Ranks.Weighted> entries() {
        List<Ranks.Weighted> entries = new ArrayList<>();
        collect(all, 1, entries);
        collect(some, EVERY, entries);
        return entries;
    }

    private static void collect(KllDoublesSketch sketch, int times, List<Ranks.Weighted> entries) {
        KllDoublesSketchIterator kept = sketch.iterator();
        while (kept.next()) {
            entries.add(new Ranks.Weighted(kept.getValue(), kept.getWeight() * times));
        }
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, left);
        Varints.write(out, all.toByteArray());
        Varints.write(out, some.toByteArray());
    }

    static QuantileSketch read(DataInput in) throws IOException {
        QuantileSketch sketch = new QuantileSketch();
        sketch.left = Varints.read(in);
        sketch.all = KllDoublesSketch.heapify(Memory.wrap(Varints.readBytes(in)));
        sketch.some = KllDoublesSketch.heapify(Memory.wrap(Varints.readBytes(in)));
        return sketch;
    }
}
