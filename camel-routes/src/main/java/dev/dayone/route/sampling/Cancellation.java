package dev.dayone.route.sampling;

import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a sampling from another thread, between two pages: finished tables are kept, no manifest is written. */
public final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** Asks the sampling to end. */
    public void cancel() {
        cancelled.countDown();
    }

    /** Whether {@link #cancel} was called. */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** Waits, but no longer than until the sampling is to end. Throws INTERRUPTED if it is. */
    void pause(long nanos) {
        boolean stop = isCancelled() || Thread.currentThread().isInterrupted();
        if (nanos > 0 && !stop) {
            try {
                stop = cancelled.await(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop = true;
            }
        }
        if (stop) {
            throw interrupted();
        }
    }

    static SourceUnavailableException interrupted() {
        return new SourceUnavailableException(
                ErrorCode.INTERRUPTED,
                "Cannot finish the sample: it was interrupted, expected to run to the end. Run again: finished tables"
                        + " are kept.");
    }
}
