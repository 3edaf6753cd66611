package dev.dayone.route.sampling;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Path;

/**
 * What to sample, and where to.
 *
 * @param pilotFolder against which {@code {{file:X}}} is resolved
 */
public record SamplingRequest(
        Pilot pilot, Path pilotFolder, Workspace workspace, String dayoneVersion, Settings settings) {
    /** A request with defaults. */
    public SamplingRequest(Pilot pilot, Path pilotFolder, Workspace workspace, String dayoneVersion) {
        this(pilot, pilotFolder, workspace, dayoneVersion, Settings.defaults());
    }

    /**
     * How to sample.
     *
     * @param seed of what is drawn at random
     * @param cancellation to end it from another thread
     */
    public record Settings(RetryPolicy retry, long seed, Cancellation cancellation, Timing timing) {
        /** Settings in the system's time. */
        public Settings(RetryPolicy retry, long seed, Cancellation cancellation) {
            this(retry, seed, cancellation, Timing.SYSTEM);
        }

        /** The usual retries, a seed of the moment. */
        public static Settings defaults() {
            return new Settings(RetryPolicy.DEFAULT, System.nanoTime(), new Cancellation());
        }
    }
}
