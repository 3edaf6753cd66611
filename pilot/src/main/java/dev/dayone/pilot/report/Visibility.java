package dev.dayone.pilot.report;

/** Whether a column's values may be shown to people and tools. */
public enum Visibility {
    SHOWN,
    /** Only shapes, lengths and counts. */
    PERSONAL,
    /** Only shapes, lengths and counts. */
    FREE_TEXT
}
