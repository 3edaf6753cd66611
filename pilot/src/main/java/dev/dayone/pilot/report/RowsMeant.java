package dev.dayone.pilot.report;

import dev.dayone.pilot.SampleMethod;

/** The rows that an answer is about. */
public enum RowsMeant {
    /** All of the table. */
    EVERY_ROW,
    /** Those looked at alone: a sample of the latest tells nothing of older ones. */
    LATEST_ROWS,
    /** Those that the flow leads to. */
    REACHED_ROWS;

    /** What rows chosen so can be about. */
    public static RowsMeant of(SampleMethod used) {
        return switch (used) {
            case ALL, RANDOM -> EVERY_ROW;
            case LATEST -> LATEST_ROWS;
            case LINKED -> REACHED_ROWS;
        };
    }
}
