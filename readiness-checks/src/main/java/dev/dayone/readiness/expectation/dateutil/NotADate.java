package dev.dayone.readiness.expectation.dateutil;

/** A text is no date: leaves the reading of it, from however deep. */
final class NotADate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotADate() {
        super("no date", null, false, false);
    }
}
