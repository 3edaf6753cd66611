package dev.dayone.route.sampling;

/** Keeps the rows read of one source under its limit a second, averaged since it was attached. */
final class Throttle {
    private final int rowsPerSecond;
    private final Cancellation cancellation;
    private long free = System.nanoTime();

    Throttle(int rowsPerSecond, Cancellation cancellation) {
        this.rowsPerSecond = rowsPerSecond;
        this.cancellation = cancellation;
    }

    /** Waits as long as the rows just read ask for. */
    void read(long rows) {
        long now = System.nanoTime();
        // Time that passed unused is not saved up for a burst.
        long start = Math.max(free, now - 1_000_000_000L);
        free = start + (long) (rows * 1e9 / rowsPerSecond);
        cancellation.pause(free - now);
    }
}
