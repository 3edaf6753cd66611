package dev.dayone.route.sampling;

import dev.dayone.pilot.Hours;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** What one run may still take of one source. Made when the source is attached; used by one thread. */
final class RunBudget {
    private final String source;
    private final Limits limits;
    private final Timing timing;
    private final long start;
    private long rows;
    private long bytes;

    RunBudget(Source source, Timing timing) {
        this.source = source.name();
        this.limits = source.limits();
        this.timing = timing;
        this.start = timing.nanos();
    }

    /** The source handed out rows. */
    void took(long moreRows, long moreBytes) {
        rows += moreRows;
        bytes += moreBytes;
    }

    /** Throws LIMIT_EXCEEDED unless the source may be asked for more now. */
    void check() {
        checkHours();
        reached().ifPresent(limit -> {
            throw new LimitExceededException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Cannot read '" + source + "' any further in this run: its limit '" + limit
                            + "' is reached, expected to stop there. What was read is kept: run again to go on, or"
                            + " raise '" + limit.split(" ", 2)[0] + "' in the source's limits.");
        });
    }

    /** Throws LIMIT_EXCEEDED outside of the source's hours. */
    void checkHours() {
        Hours hours = limits.hours();
        if (hours != null && !hours.allow(timing.now())) {
            LocalTime now = timing.now().atZone(hours.zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
            throw new LimitExceededException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "Cannot read '" + source + "' now: it is " + now + " there, expected " + hours
                            + ", the source's limit 'hours'. What was read is kept: run again then, or change 'hours'.");
        }
    }

    /** Whether a page of so many rows, not counted yet, takes the run to a limit. */
    boolean wouldReach(long pageRows, long pageBytes) {
        RunLimits run = limits.run();
        return rows + pageRows >= run.rows()
                || bytes + pageBytes >= run.bytes()
                || timeLeft().isZero();
    }

    /** The limit that the run has reached. */
    Optional<String> reached() {
        RunLimits run = limits.run();
        if (rows >= run.rows()) {
            return Optional.of(String.format(Locale.ROOT, "runRows of %,d", run.rows()));
        }
        if (bytes >= run.bytes()) {
            return Optional.of(String.format(Locale.ROOT, "runBytes of %,d", run.bytes()));
        }
        return timeLeft().isZero() ? Optional.of("runTime of " + run.time().toSeconds() + " s") : Optional.empty();
    }

    /** The time that is left of the run's. */
    Duration timeLeft() {
        Duration left = limits.run().time().minusNanos(timing.nanos() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
