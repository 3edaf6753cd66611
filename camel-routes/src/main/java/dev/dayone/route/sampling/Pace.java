package dev.dayone.route.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells when a source has become slow: a page took more than so many times what the first pages of its table took, by
 * their time until the first row and their time a row. Used by one thread.
 */
final class Pace {
    private static final int FIRST_PAGES = 3;
    /** A difference that no one notices is none, however many times over. */
    private static final long NOTICED = Duration.ofMillis(200).toNanos();

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final double slowdown;
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> rowTimes = new ArrayList<>();
    private Duration pause = Duration.ZERO;

    /** A pace that calls {@code slowdown} times the first pages' slow; 0: nothing is. */
    Pace(double slowdown) {
        this.slowdown = slowdown;
    }

    /** How long to leave the source alone after a page: twice as long each time while it stays slow. */
    Duration after(long untilFirstRow, long whole, long rows) {
        double rowTime = rows == 0 ? 0 : (double) (whole - untilFirstRow) / rows;
        if (waits.size() < FIRST_PAGES) {
            waits.add((double) untilFirstRow);
            rowTimes.add(rowTime);
            return Duration.ZERO;
        }
        double expected = median(waits) + median(rowTimes) * rows;
        if (slowdown <= 0 || whole <= expected * slowdown || whole - expected < NOTICED) {
            pause = Duration.ZERO;
            return pause;
        }
        Duration next = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        return pause;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
