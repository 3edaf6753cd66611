package dev.dayone.pilot;

import java.time.Duration;

/**
 * What one run may take of a source, over all of its tables. A run that reaches one ends, and the next goes on from
 * there.
 *
 * @param rows read
 * @param bytes received, as far as the connector can tell
 * @param time from attaching the source on
 */
public record RunLimits(long rows, long bytes, Duration time) {
    /** Two million rows, 4 GB, an hour. */
    public static final RunLimits DEFAULT = new RunLimits(2_000_000, 4_000_000_000L, Duration.ofHours(1));
}
