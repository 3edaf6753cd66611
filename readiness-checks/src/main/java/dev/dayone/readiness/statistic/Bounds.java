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

    /** The bound nearest to a number; null: there is none. */
    public @Nullable Double nearest(double value) {
        return min == null || (max != null && Math.abs(value - max) < Math.abs(value - min)) ? max : min;
    }

    /** From a number to the nearest bound; infinite without bounds. */
    double distance(double value) {
        Double nearest = nearest(value);
        return nearest == null ? Double.POSITIVE_INFINITY : Math.abs(value - nearest);
    }
}
