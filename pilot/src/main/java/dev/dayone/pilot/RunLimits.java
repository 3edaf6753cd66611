package dev.dayone.pilot;

import java.time.Duration;

/**
 * What one run may take of a source, over all of its tables. A run that reaches one ends, and the next goes on from
 * there.
 *
 * @param rows read
 * @param bytes received, as far as the connector can tell
 * @param time from attaching the source on
 * @param calls sent to an API
 * @param quotaShare the share of an API's daily quota that the calls may use, from 0 to 1
 */
public record RunLimits(long rows, long bytes, Duration time, long calls, double quotaShare) {
    /** Two million rows, 4 GB, an hour; of an API 10 000 calls, and no more than a quarter of its daily quota. */
    public static final RunLimits DEFAULT = new RunLimits(2_000_000, 4_000_000_000L, Duration.ofHours(1), 10_000, 0.25);

    /** Limits with the usual ones on calls. */
    public RunLimits(long rows, long bytes, Duration time) {
        this(rows, bytes, time, DEFAULT.calls, DEFAULT.quotaShare);
    }
}
