package dev.dayone.pilot;

import java.time.Duration;

/**
 * How gently a source is read.
 *
 * @param connections open at once
 * @param rowsPerSecond read at most, averaged over a page
 * @param maxRows read of one table at most, whatever its sample asks for
 * @param statementTimeout after which the server ends a statement
 * @param lockTimeout for which a statement waits for a lock
 */
public record Limits(
        int connections, int rowsPerSecond, long maxRows, Duration statementTimeout, Duration lockTimeout) {
    /** Safe for a production system during the day. */
    public static final Limits DEFAULT = new Limits(1, 5_000, 200_000, Duration.ofSeconds(30), Duration.ofSeconds(2));
}
