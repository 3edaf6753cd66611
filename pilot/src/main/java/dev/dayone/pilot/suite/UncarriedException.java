package dev.dayone.pilot.suite;

/** Thrown where no expectation means what a foreign rule means; the message is why, in a sentence without its end. */
public final class UncarriedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public UncarriedException(String reason) {
        super(reason);
    }
}
