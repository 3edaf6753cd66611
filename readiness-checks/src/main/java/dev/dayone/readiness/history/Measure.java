package dev.dayone.readiness.history;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.statistic.Intervals;

/**
 * One number that a run measured.
 *
 * @param place a table, column, link, metric or check
 * @param interval 95 %; of one value where every row was seen; {@link Intervals#UNKNOWN}: nobody knows
 * @param rows that it rests on
 */
public record Measure(String place, Quantity quantity, double value, Interval interval, long rows) {
    private static final double SAME_SIZE = 1.25;

    boolean isSound() {
        return Double.isFinite(value) && Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }

    /** The value that sampling leaves possible and that is nearest to another one. */
    double nearest(double other) {
        return !isSure() ? value : Math.max(interval.low(), Math.min(interval.high(), other));
    }

    /** Whether anybody knows what sampling leaves open. */
    boolean isSure() {
        return !interval.equals(Intervals.UNKNOWN);
    }

    /** Whether it rests on about as many rows. */
    boolean isOfOneSize(Measure other) {
        return rows <= SAME_SIZE * other.rows && other.rows <= SAME_SIZE * rows;
    }

    /** Whether no one value could be the truth of both. */
    boolean isApartFrom(Measure other) {
        return interval.low() > other.interval.high() || interval.high() < other.interval.low();
    }
}
