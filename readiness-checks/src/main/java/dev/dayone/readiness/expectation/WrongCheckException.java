package dev.dayone.readiness.expectation;

/** A check that cannot be asked of its table as it is written; the message is a sentence for people. */
final class WrongCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongCheckException(String message) {
        super(message);
    }
}
