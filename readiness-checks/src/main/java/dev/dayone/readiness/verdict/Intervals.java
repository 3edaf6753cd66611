package dev.dayone.readiness.verdict;

import dev.dayone.pilot.report.Interval;

/** Arithmetic on intervals. */
final class Intervals {
    private Intervals() {}

    /** The interval of {@code 1 - x}. */
    static Interval complement(Interval interval) {
        return new Interval(1 - interval.high(), 1 - interval.low());
    }
}
