package dev.dayone.readiness.engine;

import dev.dayone.readiness.statistic.Clumps;
import org.jspecify.annotations.Nullable;

/** What a measure came to. */
public sealed interface Answer {
    /**
     * A number.
     *
     * @param clumps of a count of rows, how they stand together; null: not counted
     */
    record Value(double value, @Nullable Clumps clumps) implements Answer {
        /** A number alone. */
        public Value(double value) {
            this(value, null);
        }
    }

    /** What an aggregate came to: Spark's value, a list for an array, or a row of several. */
    record Single(Object value) implements Answer {}

    /** There was nothing to measure: no row, or no value. */
    record Nothing() implements Answer {}

    /** It could not be measured. */
    record Broken(String sentence) implements Answer {}
}
