package dev.dayone.pilot.error;

import org.jspecify.annotations.Nullable;

/** A defect of dayone itself. */
public final class InternalFaultException extends DayoneException {
    private static final long serialVersionUID = 1L;

    public InternalFaultException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public InternalFaultException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, Fault.DAYONE, message, cause);
    }
}
