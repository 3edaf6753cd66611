package dev.dayone.readiness.engine;

/** What a measure came to. */
public sealed interface Answer {
    /** A number. */
    record Value(double value) implements Answer {}

    /** What an aggregate came to: Spark's value, a list for an array, or a row of several. */
    record Single(Object value) implements Answer {}

    /** There was nothing to measure: no row, or no value. */
    record Nothing() implements Answer {}

    /** It could not be measured. */
    record Broken(String sentence) implements Answer {}
}
