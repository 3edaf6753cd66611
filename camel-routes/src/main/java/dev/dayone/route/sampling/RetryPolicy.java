package dev.dayone.route.sampling;

import java.time.Duration;

/**
 * How a source is asked again when it breaks off. What it was asked for counts as new once a page came through.
 *
 * @param tries after the first
 * @param firstDelay before the first of them; doubled before each further one
 * @param longestDelay that doubling leads to
 * @param patience for all delays together
 */
public record RetryPolicy(int tries, Duration firstDelay, Duration longestDelay, Duration patience) {
    /** Six more tries within two minutes, the first after half a second, none after more than half a minute. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(6, Duration.ofMillis(500));

    private static final int TRIES_TO_ATTACH = 3;

    /** A policy with the usual longest delay and patience. */
    public RetryPolicy(int tries, Duration firstDelay) {
        this(tries, firstDelay, Duration.ofSeconds(30), Duration.ofMinutes(2));
    }

    /** The same for a source that never answered yet: a wrong address is to be told soon. */
    RetryPolicy forAttaching() {
        return new RetryPolicy(Math.min(tries, TRIES_TO_ATTACH), firstDelay, longestDelay, patience);
    }

    /** The delay before a try, from half of it to the whole as {@code random} goes from 0 to 1. */
    Duration delay(int attempt, double random) {
        double doubled = firstDelay.toNanos() * Math.pow(2, Math.min(attempt, 30) - 1);
        return Duration.ofNanos((long) (Math.min(doubled, (double) longestDelay.toNanos()) * (0.5 + random / 2)));
    }
}
