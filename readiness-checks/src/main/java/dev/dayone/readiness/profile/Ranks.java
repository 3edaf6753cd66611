package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile.Bin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The different values of a column of numbers in order, each with the rows that it stands for: all of them, or those that a
 * sketch kept. Immutable.
 */
public final class Ranks {
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final int BINS = 10;

    private final double[] values;
    // By value: the rows up to it, it among them.
    private final long[] ranks;
    private final Extent extent;
    private final long rows;

    /** A value and the rows that it stands for. */
    record Weighted(double value, long rows) {}

    /** The least and the greatest of the values. */
    record Extent(double low, double high) {}

    /** Takes a value with the rows that it stands for. */
    public interface Visitor {
        /** Called in the order of the values. */
        void entry(double value, long rows);
    }

    /** Ranks of so many rows; where the values are a sketch's, the rows that they stand for may differ a little. */
    Ranks(List<Weighted> entries, Extent extent, long rows) {
        List<Weighted> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingDouble(Weighted::value));
        double[] different = new double[sorted.size()];
        long[] upTo = new long[sorted.size()];
        int size = 0;
        long seen = 0;
        for (Weighted entry : sorted) {
            seen += entry.rows();
            size += size > 0 && different[size - 1] == entry.value() ? 0 : 1;
            different[size - 1] = entry.value();
            upTo[size - 1] = seen;
        }
        this.values = Arrays.copyOf(different, size);
        this.ranks = Arrays.copyOf(upTo, size);
        this.extent = extent;
        this.rows = rows;
    }

    /** The least of the values. */
    public double low() {
        return extent.low();
    }

    /** The greatest of the values. */
    public double high() {
        return extent.high();
    }

    /** By nearest rank: the least value that at least the share of the rows does not exceed. */
    public double quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * known() - 1e-9));
        int found = Arrays.binarySearch(ranks, rank);
        int place = found < 0 ? -found - 1 : found;
        return place < values.length ? values[place] : extent.high();
    }

    /** The rows whose value is less. */
    public long below(double value) {
        int found = Arrays.binarySearch(values, value);
        int place = found < 0 ? -found - 1 : found;
        return place == 0 ? 0 : ranks[place - 1];
    }

    /** The rows that the values stand for, together. */
    public long known() {
        return ranks.length == 0 ? 0 : ranks[ranks.length - 1];
    }

    /** Hands out the values in order. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < values.length; i++) {
            visitor.entry(values[i], i == 0 ? ranks[0] : ranks[i] - ranks[i - 1]);
        }
    }

    List<Double> quantiles() {
        return Arrays.stream(QUANTILES).mapToObj(this::quantile).toList();
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
        List<Bin> bins = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < BINS; i++) {
            double from = i == 0 ? low : bounds[i - 1];
            double to = i == BINS - 1 ? high : bounds[i];
            long upTo = i == BINS - 1 ? known() : below(to);
            long scaled = Math.round((upTo - before) * ((double) rows / known()));
            bins.add(new Bin(text.bound(from), text.bound(to), scaled));
            before = upTo;
        }
        return bins;
    }
}
