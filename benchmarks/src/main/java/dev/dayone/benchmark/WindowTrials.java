package dev.dayone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Trials of samples by windows, from tables whose rows are alike in runs. */
final class WindowTrials {
    private static final int ROWS = 100_000;
    private static final int WINDOW = 50;
    private static final int[] RUNS = {1, 5, 50, 500};
    private static final int[] WINDOWS = {40, 100, 400};
    private static final double[] BROKEN = {0, 0.001, 0.005, 0.02, 0.05, 0.3, 0.9};

    private final SplittableRandom random;
    private final List<Trial> trials = new ArrayList<>();

    private WindowTrials(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Every trial. */
    static List<Trial> of(long seed) {
        WindowTrials all = new WindowTrials(seed);
        for (int run : RUNS) {
            all.addRates(run);
        }
        all.addMixed();
        for (int run : RUNS) {
            all.addValues(run);
        }
        return all.trials;
    }

    private void addRates(int run) {
        for (double share : BROKEN) {
            if (share == 0 || share * ROWS >= run) {
                boolean[] broken = new boolean[ROWS];
                breakRows(broken, share, run);
                for (int windows : WINDOWS) {
                    trials.add(rate("in runs of " + run, windows, share, WindowedTable.even(ROWS, WINDOW), broken));
                }
                trials.add(rate("in runs of " + run, 100, share, WindowedTable.uneven(ROWS, WINDOW, random), broken));
            }
        }
    }

    /** What breaks some rows alone and others together. */
    private void addMixed() {
        for (double share : BROKEN) {
            if (share > 0) {
                boolean[] broken = new boolean[ROWS];
                breakRows(broken, share / 2, 1);
                breakRows(broken, share / 2, 50);
                for (int windows : WINDOWS) {
                    trials.add(rate(
                            "half alone, half in runs of 50",
                            windows,
                            share,
                            WindowedTable.even(ROWS, WINDOW),
                            broken));
                }
            }
        }
    }

    private static Trial rate(String kind, int windows, double share, WindowedTable table, boolean[] broken) {
        return new WindowRateTrial(kind, "broken " + share, table, windows, broken);
    }

    /** Breaks whole runs, wherever they begin. */
    private void breakRows(boolean[] broken, double share, int run) {
        int shift = random.nextInt(run);
        for (long left = Math.round(share * ROWS / run); left > 0; ) {
            int start = random.nextInt(ROWS / run - 1) * run + shift;
            if (!broken[start]) {
                java.util.Arrays.fill(broken, start, start + run, true);
                left--;
            }
        }
    }

    private void addValues(int run) {
        double[] normal = alike(run);
        double[] skewed = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            skewed[i] = Math.exp(normal[i] / 2);
        }
        List<WindowValueTrial.Numbers> shapes = List.of(
                new WindowValueTrial.Numbers("normal", normal), new WindowValueTrial.Numbers("log-normal 0.5", skewed));
        List<ValueTrial.Asked> asked = List.of(
                new Statistics.Mean(),
                new Statistics.Deviation(),
                new Statistics.Quantile(0.5),
                new Statistics.Quantile(0.95));
        for (ValueTrial.Asked one : asked) {
            for (WindowValueTrial.Numbers numbers : shapes) {
                for (int windows : new int[] {100, 400}) {
                    trials.add(new WindowValueTrial(
                            "in runs of " + run, WindowedTable.even(ROWS, WINDOW), windows, numbers, one));
                }
                trials.add(new WindowValueTrial(
                        "in runs of " + run, WindowedTable.uneven(ROWS, WINDOW, random), 100, numbers, one));
            }
        }
    }

    /** Half of each number's variance is its run's. */
    private double[] alike(int run) {
        double[] values = new double[ROWS];
        java.util.Random gaussian = new java.util.Random(random.nextLong());
        double ofRun = 0;
        for (int i = 0; i < ROWS; i++) {
            ofRun = i % run == 0 ? gaussian.nextGaussian() : ofRun;
            values[i] = Math.sqrt(0.5) * (ofRun + gaussian.nextGaussian());
        }
        return values;
    }
}
