package dev.dayone.pilot.error;

import org.jspecify.annotations.Nullable;

/** A source was out of reach or broke off. Retried with back-off; what was read is kept. */
public final class SourceUnavailableException extends DayoneException {
    private static final long serialVersionUID = 1L;

    public SourceUnavailableException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public SourceUnavailableException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, Fault.SOURCE, message, cause);
    }
}
