package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Quantiles and histogram of a column of numbers, from values with the rows that they stand for. */
final class Ranks {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int BINS = 10;

    private final List<Weighted> sorted;
    private final Extent extent;
    private final long rows;
    private final double known;

    /** A value and the rows that it stands for. */
    record Weighted(double value, long rows) {}

    /** The least and the greatest of the values. */
    record Extent(double low, double high) {}

    /** Ranks of so many rows; where the values are a sketch's, the rows that they stand for may differ a little. */
    Ranks(List<Weighted> values, Extent extent, long rows) {
        this.sorted = new ArrayList<>(values);
        this.sorted.sort(Comparator.comparingDouble(Weighted::value));
        this.extent = extent;
        this.rows = rows;
        this.known = sorted.stream().mapToLong(Weighted::rows).sum();
    }

    /** By nearest rank: the least value that at least the share of the values does not exceed. */
    List<Double> quantiles() {
        List<Double> quantiles = new ArrayList<>();
        for (double share : QUANTILES) {
            quantiles.add(quantile(share));
        }
        return quantiles;
    }

    private double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * known - 1e-9));
        long seen = 0;
        for (Weighted entry : sorted) {
            seen += entry.rows();
            if (seen >= rank) {
                return entry.value();
            }
        }
        return extent.high();
    }

    List<Bin> histogram(NumberText text) {
        double low = extent.low();
        double high = extent.high();
        double width = high / BINS - low / BINS;
        double[] bounds = new double[BINS - 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = low + width * (i + 1);
            if (bounds[i] <= (i == 0 ? low : bounds[i - 1]) || bounds[i] >= high) {
                return List.of(new Bin(text.bound(low), text.bound(high), rows));
            }
        }
        long[] counts = counts(bounds);
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            double from = i == 0 ? low : bounds[i - 1];
            double to = i == BINS - 1 ? high : bounds[i];
            bins.add(new Bin(text.bound(from), text.bound(to), Math.round(counts[i] * (rows / known))));
        }
        return bins;
    }

    private long[] counts(double[] bounds) {
        long[] counts = new long[BINS];
        int bin = 0;
        for (Weighted entry : sorted) {
            while (bin < bounds.length && entry.value() >= bounds[bin]) {
                bin++;
            }
            counts[bin] += entry.rows();
        }
        return counts;
    }
}
