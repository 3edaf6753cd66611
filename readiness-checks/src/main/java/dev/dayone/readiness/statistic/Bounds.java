package dev.dayone.readiness.statistic;

import org.jspecify.annotations.Nullable;

/** A lower and an upper bound, each of which may be missing or strict. */
public record Bounds(@Nullable Double min, @Nullable Double max, boolean strictMin, boolean strictMax) {
    /** Whether a number lies within. */
    public boolean holds(double value) {
        return !below(value) && !above(value);
    }

    /** Whether a number lies below the lower bound. */
    public boolean below(double value) {
        return min != null && (strictMin ? value <= min : value < min);
    }

    /** Whether a number lies above the upper bound. */
    public boolean above(double value) {
        return max != null && (strictMax ? value >= max : value > max);
    }

    /** From a number to the nearest bound; infinite without bounds. */
    double distance(double value) {
        double toMin = min == null ? Double.POSITIVE_INFINITY : Math.abs(value - min);
        double toMax = max == null ? Double.POSITIVE_INFINITY : Math.abs(value - max);
        return Math.min(toMin, toMax);
    }
}
