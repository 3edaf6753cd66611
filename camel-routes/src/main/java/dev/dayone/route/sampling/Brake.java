package dev.dayone.route.sampling;

import java.time.Duration;
import java.util.function.Consumer;

/** Holds the reading of one table back as its source's limits ask for. Used by one thread. */
final class Brake {
    private final Throttle throttle;
    private final RunBudget budget;
    private final SamplingRequest.Settings settings;
    private final Pace pace;
    private final Consumer<Duration> slow;
    private Duration pause = Duration.ZERO;
    private long asked;
    private long heldBack;

    /** A brake; {@code slow} is told of each pause because the source is slow. */
    Brake(
            Throttle throttle,
            RunBudget budget,
            SamplingRequest.Settings settings,
            double slowdown,
            Consumer<Duration> slow) {
        this.throttle = throttle;
        this.budget = budget;
        this.settings = settings;
        this.pace = new Pace(slowdown);
        this.slow = slow;
    }

    /** Waits until the source may be asked for another page. Throws LIMIT_EXCEEDED if it may not in this run. */
    void beforePage() {
        budget.check();
        if (!pause.isZero()) {
            settings.timing().pause(pause.toNanos(), settings.cancellation());
            budget.check();
        }
        throttle.read(0);
        asked = settings.timing().nanos();
        heldBack = 0;
    }

    /** Time since the page was asked for, without what it was held back here. */
    long sincePage() {
        return settings.timing().nanos() - asked - heldBack;
    }

    /** Rows were taken off a page that goes on. */
    void during(long rows) {
        long before = settings.timing().nanos();
        throttle.read(rows);
        heldBack += settings.timing().nanos() - before;
    }

    /** Whether a page that has no end of its own should end here. */
    boolean isOver(long rows, long bytes) {
        return budget.wouldReach(rows, bytes);
    }

    /** A page was read. */
    void afterPage(PageTimes times) {
        budget.took(times.rows(), times.bytes());
        pause = pace.after(times.untilFirstRow(), times.whole(), times.rows());
        if (!pause.isZero()) {
            slow.accept(pause);
        }
        throttle.read(times.unthrottled());
    }

    /**
     * What a page took, in nanoseconds.
     *
     * @param unthrottled rows for which {@link #during} was not told
     */
    record PageTimes(long untilFirstRow, long whole, long rows, long bytes, long unthrottled) {}
}
