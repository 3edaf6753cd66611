package dev.dayone.route.sampling;

/** Keeps the rows read of one source under its limit a second, averaged since it was attached. */
final class Throttle {
    private final int rowsPerSecond;
    private final SamplingRequest.Settings settings;
    private long free;

    Throttle(int rowsPerSecond, SamplingRequest.Settings settings) {
        this.rowsPerSecond = rowsPerSecond;
        this.settings = settings;
        this.free = settings.timing().nanos();
    }

    /** Waits as long as the rows just read ask for. */
    void read(long rows) {
        long now = settings.timing().nanos();
        // Time that passed unused is not saved up for a burst.
        long start = Math.max(free, now - 1_000_000_000L);
        free = start + (long) (rows * 1e9 / rowsPerSecond);
        settings.timing().pause(free - now, settings.cancellation());
    }
}
