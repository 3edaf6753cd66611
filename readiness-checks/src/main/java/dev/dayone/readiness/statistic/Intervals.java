package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import org.jspecify.annotations.Nullable;

/** 95 % intervals of what a sample shows, and what they decide. */
public final class Intervals {
    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final long MOST_ROWS = 1L << 40;

    private Intervals() {}

    /** What is known of every row. */
    public static Interval exact(double value) {
        return new Interval(value, value);
    }

    /** Of a rate: Wilson's score interval (E. B. Wilson, 1927). {@code rows} must be positive. */
    public static Interval rate(double hits, double rows) {
        double p = hits / rows;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * rows);
        double reach = Z * Math.sqrt(p * (1 - p) / rows + z2 / (4 * rows * rows));
        double scale = 1 + z2 / rows;
        double low = hits <= 0 ? 0 : Math.max(0, (middle - reach) / scale);
        double high = hits >= rows ? 1 : Math.min(1, (middle + reach) / scale);
        return new Interval(low, high);
    }

    /** Of a mean, by the normal distribution. */
    public static Interval mean(double mean, double standardDeviation, double rows) {
        double reach = rows < 1 ? Double.POSITIVE_INFINITY : Z * standardDeviation / Math.sqrt(rows);
        return new Interval(mean - reach, mean + reach);
    }

    /** Whether a rate is at least {@code least}, as far as its interval tells. */
    public static CheckVerdict atLeast(Interval interval, double least) {
        if (interval.low() >= least) {
            return CheckVerdict.PASS;
        }
        return interval.high() < least ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED;
    }

    /** Whether a number lies within bounds, as far as its interval tells. */
    public static CheckVerdict within(Interval interval, Bounds bounds) {
        boolean low = bounds.holds(interval.low());
        boolean high = bounds.holds(interval.high());
        if (low && high) {
            return CheckVerdict.PASS;
        }
        boolean apart = bounds.below(interval.high()) || bounds.above(interval.low());
        return apart ? CheckVerdict.FAIL : CheckVerdict.UNDETERMINED;
    }

    /** About how many rows decide whether a rate is at least {@code least}, if it stays as seen; null: no number does. */
    public static @Nullable Long rowsForRate(double rate, double least) {
        if (rate == least || least >= 1 || least <= 0) {
            return null;
        }
        long rows = 1;
        while (rows < MOST_ROWS && atLeast(rate(rate * rows, (double) rows), least) == CheckVerdict.UNDETERMINED) {
            rows *= 2;
        }
        long low = rows / 2;
        long high = rows;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (atLeast(rate(rate * middle, (double) middle), least) == CheckVerdict.UNDETERMINED) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rows >= MOST_ROWS ? null : high;
    }

    /** About how many rows decide whether a mean lies within bounds, if it stays as seen; null: no number does. */
    public static @Nullable Long rowsForMean(double mean, double standardDeviation, Bounds bounds) {
        double distance = bounds.distance(mean);
        if (distance == 0 || !Double.isFinite(distance)) {
            return null;
        }
        double rows = Math.ceil(Math.pow(Z * standardDeviation / distance, 2));
        return rows >= MOST_ROWS ? null : Long.valueOf(Math.max(1, (long) rows));
    }
}
