package dev.dayone.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A table cut into windows of neighbouring rows, of which some are drawn without putting any back, as the sampler draws
 * them.
 */
final class WindowedTable {
    private final int[] ends;
    private final int[] order;

    private WindowedTable(int[] ends) {
        this.ends = ends;
        this.order = new int[ends.length];
        Arrays.setAll(order, i -> i);
    }

    /** Windows of the same number of rows. */
    static WindowedTable even(int rows, int window) {
        int[] ends = new int[rows / window];
        Arrays.setAll(ends, i -> (i + 1) * window);
        return new WindowedTable(ends);
    }

    /** Windows of any number of rows up to twice {@code window}, as where keys have gaps. */
    static WindowedTable uneven(int rows, int window, SplittableRandom random) {
        int[] ends = new int[rows / window];
        double each = 0;
        double[] weights = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            weights[i] = random.nextDouble();
            each += weights[i];
        }
        double sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += weights[i];
            ends[i] = (int) Math.rint(sum / each * rows);
        }
        return new WindowedTable(ends);
    }

    int windows() {
        return ends.length;
    }

    int rows() {
        return ends[ends.length - 1];
    }

    int from(int window) {
        return window == 0 ? 0 : ends[window - 1];
    }

    int to(int window) {
        return ends[window];
    }

    /** So many windows. */
    int[] draw(int windows, SplittableRandom random) {
        for (int i = 0; i < windows; i++) {
            int place = i + random.nextInt(order.length - i);
            int drawn = order[place];
            order[place] = order[i];
            order[i] = drawn;
        }
        return Arrays.copyOf(order, windows);
    }

    /** How many rows a row's window has on average, of some windows. */
    double together(int[] drawn) {
        double rows = 0;
        double squares = 0;
        for (int window : drawn) {
            double some = to(window) - from(window);
            rows += some;
            squares += some * some;
        }
        return squares / rows;
    }
}
