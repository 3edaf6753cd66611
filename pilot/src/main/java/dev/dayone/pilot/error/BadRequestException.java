package dev.dayone.pilot.error;

import org.jspecify.annotations.Nullable;

/** The user changes something: a command, a file, a right. Never retried. */
public final class BadRequestException extends DayoneException {
    private static final long serialVersionUID = 1L;

    public BadRequestException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public BadRequestException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, Fault.USER, message, cause);
    }
}
