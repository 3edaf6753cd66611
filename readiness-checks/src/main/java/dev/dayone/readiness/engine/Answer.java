package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.WindowCounts;
import dev.dayone.readiness.statistic.WindowSums;
import org.jspecify.annotations.Nullable;

/** What a measure came to. */
public sealed interface Answer {
    /** A number; of a count of rows drawn in windows, {@code windows} has those of each. */
    record Value(double value, @Nullable WindowCounts windows) implements Answer {
        /** A number that nobody counted by window. */
        public Value(double value) {
            this(value, null);
        }
    }

    /** Values by the window in which their rows were drawn. */
    record ByWindow(WindowSums sums) implements Answer {}

    /** What an aggregate came to: Spark's value, a list for an array, or a row of several. */
    record Single(Object value) implements Answer {}

    /** There was nothing to measure: no row, or no value. */
    record Nothing() implements Answer {}

    /** It could not be measured. */
    record Broken(String sentence) implements Answer {}
}
