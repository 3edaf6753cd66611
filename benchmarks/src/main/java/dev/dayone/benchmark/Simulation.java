package dev.dayone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Samples of tables whose truth is known: do intervals hold it, and are verdicts right? */
final class Simulation {
    private static final int[][] SIZES = {
        {200, 50}, {200, 150}, {200, 190},
        {2_000, 50}, {2_000, 500}, {2_000, 1_900},
        {100_000, 50}, {100_000, 500}, {100_000, 5_000}
    };
    private static final double[] RATES = {0, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 1};
    private static final double[] QUANTILES = {0.05, 0.25, 0.75, 0.95, 0.99};

    private Simulation() {}

    /** Every trial. */
    static List<Trial> trials(long seed) {
        List<Trial> trials = new ArrayList<>();
        for (int[] size : SIZES) {
            for (double rate : RATES) {
                trials.add(new RateTrial(size[0], size[1], rate));
            }
            Map<String, double[]> columns = Shapes.of(size[0], seed);
            columns.forEach((shape, values) -> {
                trials.add(new ValueTrial(shape, values, size[1], new Statistics.Mean()));
                trials.add(new ValueTrial(shape, values, size[1], new Statistics.Deviation()));
            });
            // Quantiles take no notice of a distribution's shape; ties only widen their intervals.
            double[] normal = columns.getOrDefault("normal", new double[0]);
            trials.add(new ValueTrial("normal", normal, size[1], new Statistics.Quantile(0.5)));
            for (double quantile : QUANTILES) {
                trials.add(new ValueTrial("at " + quantile, normal, size[1], new Statistics.Quantile(quantile)));
            }
        }
        return trials;
    }

    /** Draws so many samples of each trial; the same seed draws the same. */
    static List<Tally> run(List<Trial> trials, int samples, long seed) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            tallies.add(Tally.of(trials.get(i), samples, new SplittableRandom(seed + i)));
        }
        return tallies;
    }
}
