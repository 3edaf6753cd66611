package dev.dayone.readiness.regex;

/** Thrown for an expression that no automaton here stands for. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unsupported(String what) {
        super(what, null, false, false);
    }
}
