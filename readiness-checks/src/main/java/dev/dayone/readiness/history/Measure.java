package dev.dayone.readiness.history;

import dev.dayone.pilot.report.Interval;

/**
 * One number that a run measured.
 *
 * @param place a table, column, link, metric or check
 * @param interval 95 %; of one value where every row was seen
 * @param rows that it rests on
 */
public record Measure(String place, Quantity quantity, double value, Interval interval, long rows) {
    boolean isSound() {
        return Double.isFinite(value) && Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }

    /** Whether no one value could be the truth of both. */
    boolean isApartFrom(Measure other) {
        return interval.low() > other.interval.high() || interval.high() < other.interval.low();
    }
}
