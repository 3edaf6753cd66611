package dev.dayone.pilot.error;

import org.jspecify.annotations.Nullable;

/** A limit of the pilot or of this machine was reached. What was read is kept. */
public final class LimitExceededException extends DayoneException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public LimitExceededException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, Fault.LIMIT, message, cause);
    }
}
