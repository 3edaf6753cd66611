package dev.dayone.route.sampling;

import java.time.Instant;

/** Time as a sampling sees it. Thread-safe. */
public interface Timing {
    /** The system's own. */
    Timing SYSTEM = new Timing() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(long nanos, Cancellation cancellation) {
            cancellation.pause(nanos);
        }
    };

    /** The time of day. */
    Instant now();

    /** A reading of a clock that only runs forward. */
    long nanos();

    /** Waits, but no longer than until the sampling is to end. Throws INTERRUPTED if it is. */
    void pause(long nanos, Cancellation cancellation);
}
