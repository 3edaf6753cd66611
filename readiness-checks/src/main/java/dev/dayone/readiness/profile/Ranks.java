package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quantiles and histogram of a column of numbers, from its exact table or else from its sketch. */
final class Ranks {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int BINS = 10;

    private final NumberState state;
    private final long finite;

    private record Weighted(double value, long count) {}

    Ranks(NumberState state, long finite) {
        this.state = state;
        this.finite = finite;
    }

    /** By nearest rank: the least value that at least the share of the values does not exceed. */
    List<Double> quantiles() {
        List<Double> quantiles = new ArrayList<>();
        QuantileSketch sketch = state.sketchedQuantiles();
        List<Weighted> sorted = sketch == null ? sorted() : List.of();
        for (double share : QUANTILES) {
            quantiles.add(sketch == null ? exact(sorted, share) : sketch.quantile(share));
        }
        return quantiles;
    }

    private double exact(List<Weighted> sorted, double share) {
        long rank = Math.max(1, (long) Math.ceil(share * finite - 1e-9));
        long seen = 0;
        for (Weighted entry : sorted) {
            seen += entry.count();
            if (seen >= rank) {
                return entry.value();
            }
        }
        return state.highest();
    }

    List<Bin> histogram(NumberText text) {
        double low = state.lowest();
        double high = state.highest();
        double width = high / BINS - low / BINS;
        double[] bounds = new double[BINS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = low + width * (i + 1);
            if (bounds[i] <= (i == 0 ? low : bounds[i - 1]) || bounds[i] >= high) {
                return List.of(new Bin(text.bound(low), text.bound(high), finite));
            }
        }
        long[] counts = counts(bounds);
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double from = i == 0 ? low : bounds[i - 1];
            double to = i == BINS - 1 ? high : bounds[i];
            bins.add(new Bin(text.bound(from), text.bound(to), counts[i]));
        }
        return bins;
    }

    private long[] counts(double[] bounds) {
        long[] counts = new long[BINS];
        QuantileSketch sketch = state.sketchedQuantiles();
        if (sketch != null) {
            double[] shares = sketch.shares(bounds);
            for (int i = 0; i < BINS; i++) {
                counts[i] = Math.round(shares[i] * finite);
            }
            return counts;
        }
        for (Weighted entry : sorted()) {
            int bin = 0;
            while (bin < bounds.length && entry.value() >= bounds[bin]) {
                bin++;
            }
            counts[bin] += entry.count();
        }
        return counts;
    }

    private List<Weighted> sorted() {
        List<Weighted> entries = new ArrayList<>();
        state.counts().forEach((key, count) -> {
            double number = state.number(key);
            if (Double.isFinite(number)) {
                entries.add(new Weighted(number, count));
            }
        });
        entries.sort(Comparator.comparingDouble(Weighted::value));
        return entries;
    }
}
