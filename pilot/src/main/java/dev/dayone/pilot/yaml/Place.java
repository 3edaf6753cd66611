package dev.dayone.pilot.yaml;

/** A line and a column in a file, both from 1. */
public record Place(int line, int column) {
    /** Where a file begins. */
    public static final Place START = new Place(1, 1);
}
