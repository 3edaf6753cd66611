package dev.dayone.route.sampling;

import java.time.Duration;

/**
 * How a page is asked for again when its source breaks off.
 *
 * @param tries after the first
 * @param firstDelay before the first of them; doubled before each further one
 */
public record RetryPolicy(int tries, Duration firstDelay) {
    /** Three more tries, after 0.5, 1 and 2 seconds. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofMillis(500));
}
