package dev.dayone.pilot.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure with a stable code and a message for people: {@code Cannot <verb> '<object>' in '<source>': <found>,
 * expected <what>. <What to do>.} The message never holds a secret nor a row's value, and names no cause that might.
 */
public abstract sealed class DayoneException extends RuntimeException
        permits BadRequestException, SourceUnavailableException, LimitExceededException, InternalFaultException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    DayoneException(ErrorCode code, Fault expected, String message, @Nullable Throwable cause) {
        super(message, cause);
        if (code.fault() != expected) {
            throw new IllegalArgumentException("Code " + code + " is of fault " + code.fault() + ", not " + expected);
        }
        this.code = code;
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** The message with its code in front, as a command prints it. */
    public String line() {
        return code + ": " + getMessage();
    }
}
