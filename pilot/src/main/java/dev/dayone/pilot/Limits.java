package dev.dayone.pilot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How gently a source is read.
 *
 * @param connections open at once
 * @param rowsPerSecond read at most, averaged over a page
 * @param maxRows read of one table at most, whatever its sample asks for
 * @param statementTimeout after which the server ends a statement
 * @param lockTimeout for which a statement waits for a lock
 * @param run what one run may take of the source in all
 * @param hours when the source may be read; null: at any time
 * @param slowdown reading pauses while a page takes more than this many times what the first ones took; 0: never
 * @param pushdownRows a count that the source is asked for may touch by its own estimate
 */
public record Limits(
        int connections,
        int rowsPerSecond,
        long maxRows,
        Duration statementTimeout,
        Duration lockTimeout,
        RunLimits run,
        @Nullable Hours hours,
        double slowdown,
        long pushdownRows) {
    /** Safe for a production system during the day. */
    public static final Limits DEFAULT = new Limits(
            1, 5_000, 200_000, Duration.ofSeconds(30), Duration.ofSeconds(2), RunLimits.DEFAULT, null, 5, 10_000_000);

    /** For files: there is no server to spare, and what was exported is to be read whole. */
    public static final Limits FILES = new Limits(
            1,
            1_000_000,
            2_000_000,
            DEFAULT.statementTimeout,
            DEFAULT.lockTimeout,
            new RunLimits(20_000_000, 40_000_000_000L, DEFAULT.run.time()),
            null,
            0,
            DEFAULT.pushdownRows);

    /** What holds for a source of a connector where the pilot says nothing. */
    public static Limits unsaid(String connector) {
        return Source.FILES.contains(connector) ? FILES : DEFAULT;
    }

    /** Limits that differ from the defaults in how much is read at once. */
    public Limits(int connections, int rowsPerSecond, long maxRows, Duration statementTimeout, Duration lockTimeout) {
        this(
                connections,
                rowsPerSecond,
                maxRows,
                statementTimeout,
                lockTimeout,
                DEFAULT.run,
                DEFAULT.hours,
                DEFAULT.slowdown,
                DEFAULT.pushdownRows);
    }
}
