package dev.dayone.pilot.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source was out of reach or broke off. Retried with back-off; what was read is kept. */
public final class SourceUnavailableException extends DayoneException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public SourceUnavailableException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public SourceUnavailableException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, message, cause, null);
    }

    /** A failure of a source that says how long it wants to be left alone. */
    public SourceUnavailableException(
            ErrorCode code, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(code, Fault.SOURCE, message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the source wants to be left alone, if it says so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
