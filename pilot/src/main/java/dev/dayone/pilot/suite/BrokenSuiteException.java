package dev.dayone.pilot.suite;

/** Thrown for a file that is not of its format: what was found, what was expected, and what to do. */
public final class BrokenSuiteException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** With the line, from 1, and a sentence. */
    public BrokenSuiteException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
