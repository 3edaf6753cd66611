package dev.dayone.readiness.statistic;

import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import org.apache.commons.math3.distribution.BetaDistribution;

/** 95 % intervals of what a sample shows, and what they decide. */
public final class Intervals {
    /** Anything at all. */
    public static final Interval UNKNOWN = new Interval(-Double.MAX_VALUE, Double.MAX_VALUE);

    /** What lies beyond each end. */
    static final double OUTER = 0.025;

    /** The 97.5 % quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    static final long MOST_ROWS = 1L << 40;

    /** So few hits tell no more than none. */
    private static final double FEWEST = 0.01;

    private Intervals() {}

    /** What is known of every row. */
    public static Interval exact(double value) {
        return new Interval(value, value);
    }

    /** Of a rate: Wilson's score interval (E. B. Wilson, 1927). {@code rows} must be positive. */
    static Interval rate(double hits, double rows) {
        double p = hits / rows;
        double z2 = Z * Z;
        double middle = p + z2 / (2 * rows);
        double reach = Z * Math.sqrt(p * (1 - p) / rows + z2 / (4 * rows * rows));
        double scale = 1 + z2 / rows;
        double low = hits <= 0 ? 0 : Math.max(0, (middle - reach) / scale);
        double high = hits >= rows ? 1 : Math.min(1, (middle + reach) / scale);
        return new Interval(low, high);
    }

    /**
     * Of a rate, each end of which leaves at most 2.5 %: C. J. Clopper and E. S. Pearson, 1934. Neither number need be whole.
     */
    static Interval exactRate(double hits, double rows) {
        double misses = rows - hits;
        return new Interval(
                hits < FEWEST ? 0 : new BetaDistribution(null, hits, misses + 1).inverseCumulativeProbability(OUTER),
                misses < FEWEST
                        ? 1
                        : new BetaDistribution(null, hits + 1, misses).inverseCumulativeProbability(1 - OUTER));
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
}
