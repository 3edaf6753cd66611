package dev.dayone.readiness.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Some of many numbers, each standing for a power of two of them: KLL (Karnin, Lang and Liberty, "Optimal Quantile
 * Approximation in Streams", 2016). Unlike DataSketches', its coins fall by the numbers themselves: the same numbers in the
 * same order give the same sketch in every process.
 */
final class RankSketch {
    /** Of the highest level; ranks are told within about 0.7 % of the numbers. */
    private static final int SIZE = 400;

    private static final int SMALLEST = 8;
    private static final double SHRINK = 2.0 / 3;
    private static final int MOST_LEVELS = 60;

    private double[][] levels = {new double[SIZE]};
    private int[] sizes = new int[1];
    private int kept;
    private int room = SIZE;
    private long coins;

    void add(double value) {
        append(0, value);
        if (kept > room) {
            compact();
        }
    }

    void merge(RankSketch other) {
        while (levels.length < other.levels.length) {
            grow();
        }
        for (int level = 0; level < other.levels.length; level++) {
            for (int i = 0; i < other.sizes[level]; i++) {
                append(level, other.levels[level][i]);
            }
        }
        while (kept > room) {
            compact();
        }
    }

    /** Adds the numbers kept, each with {@code times} the numbers it stands for. */
    void collect(int times, List<Ranks.Weighted> entries) {
        for (int level = 0; level < levels.length; level++) {
            for (int i = 0; i < sizes[level]; i++) {
                entries.add(new Ranks.Weighted(levels[level][i], (1L << level) * times));
            }
        }
    }

    private void append(int level, double value) {
        if (sizes[level] == levels[level].length) {
            levels[level] = Arrays.copyOf(levels[level], 2 * sizes[level]);
        }
        levels[level][sizes[level]++] = value;
        kept++;
    }

    private int capacity(int level) {
        return Math.max(SMALLEST, (int) Math.ceil(SIZE * Math.pow(SHRINK, levels.length - 1.0 - level)));
    }

    /** Hands every second number of the lowest full level to the level above; one that is over stays. */
    private void compact() {
        int level = 0;
        while (sizes[level] < capacity(level)) {
            level++;
        }
        if (level == levels.length - 1) {
            grow();
        }
        double[] values = levels[level];
        int size = sizes[level];
        int over = size % 2;
        Arrays.sort(values, over, size);
        coins = Hash.mix(coins + Double.doubleToLongBits(values[size / 2]));
        for (int i = over + (int) (coins & 1); i < size; i += 2) {
            append(level + 1, values[i]);
        }
        sizes[level] = over;
        kept -= size - over;
    }

    private void grow() {
        int height = levels.length + 1;
        levels = Arrays.copyOf(levels, height);
        sizes = Arrays.copyOf(sizes, height);
        levels[height - 1] = new double[SMALLEST];
        room = 0;
        for (int level = 0; level < height; level++) {
            room += capacity(level);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(coins);
        Varints.write(out, levels.length);
        for (int level = 0; level < levels.length; level++) {
            Varints.write(out, sizes[level]);
            for (int i = 0; i < sizes[level]; i++) {
                out.writeDouble(levels[level][i]);
            }
        }
    }

    static RankSketch read(DataInput in) throws IOException {
        RankSketch sketch = new RankSketch();
        sketch.coins = in.readLong();
        int height = Varints.readLength(in);
        if (height > MOST_LEVELS) {
            throw new IOException("A sketch of " + height + " levels");
        }
        while (sketch.levels.length < height) {
            sketch.grow();
        }
        for (int level = 0; level < height; level++) {
            int size = Varints.readLength(in);
            for (int i = 0; i < size; i++) {
                sketch.append(level, in.readDouble());
            }
        }
        return sketch;
    }
}
