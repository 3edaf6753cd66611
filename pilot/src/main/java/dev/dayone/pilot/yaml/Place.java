package dev.dayone.pilot.yaml;

/** A line and a column in a file, both from 1. */
record Place(int line, int column) {
    static final Place START = new Place(1, 1);
}
