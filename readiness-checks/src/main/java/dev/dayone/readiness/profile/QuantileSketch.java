package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks of numbers. The first values go all into one sketch, of the later ones one in
 * {@link #EVERY} into another, where each stands for as many.
 */
final class QuantileSketch {
    /** Of a sketch, as a share of the rows. */
    static final double ERROR = 0.01;

    /** From so many values on, those that one in {@link #EVERY} was picked of are enough for that. */
    private static final long ENOUGH = 300_000;

    static final int EVERY = 16;
    private RankSketch all = new RankSketch();
    private RankSketch some = new RankSketch();
    private long left;

    /**
     * How far ranks may be off, as a share of the rows. What is picked of L later values after A adds a deviation of up to
     * {@code L / (A + L) * sqrt(p (1 - p) * EVERY / L)}, most where L is A: 0.7 % there, 0.3 % from {@link #ENOUGH} on.
     */
    static double error(long values) {
        return values > NumberSketches.ALL_PICKED && values < ENOUGH ? 2 * ERROR : ERROR;
    }

    /** Adds a value that stands for one or for {@link #EVERY}. */
    void add(double value, int standsFor) {
        (standsFor == 1 ? all : some).add(value);
    }

    /** Adds a value that a number of rows hold. */
    void addWeighted(double value, long rows) {
        // What is over is carried to the next value: none is lost in the sum.
        left += rows;
        for (; left >= EVERY; left -= EVERY) {
            some.add(value);
        }
    }

    /** Adds a value that a number of rows hold, each. */
    void addEach(double value, long rows) {
        for (long i = 0; i < rows; i++) {
            all.add(value);
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
        all.collect(1, entries);
        some.collect(EVERY, entries);
        return entries;
    }

    void write(DataOutput out) throws IOException {
        Varints.write(out, left);
        all.write(out);
        some.write(out);
    }

    static QuantileSketch read(DataInput in) throws IOException {
        QuantileSketch sketch = new QuantileSketch();
        sketch.left = Varints.read(in);
        sketch.all = RankSketch.read(in);
        sketch.some = RankSketch.read(in);
        return sketch;
    }
}
