package dev.dayone.pilot.error;

/** Every failure that dayone can name. Codes are stable: scripts match on them. */
public enum ErrorCode {
    COMMAND_INVALID(Fault.USER),
    FILE_NOT_FOUND(Fault.USER),
    FILE_NOT_READABLE(Fault.USER),
    PILOT_INVALID(Fault.USER),
    PLACEHOLDER_UNRESOLVED(Fault.USER),
    CONNECTOR_UNKNOWN(Fault.USER),
    CONNECTOR_INVALID(Fault.USER),
    DRIVER_MISSING(Fault.USER),
    PARAMETER_INVALID(Fault.USER),
    LOGIN_REFUSED(Fault.USER),
    RIGHT_MISSING(Fault.USER),
    DATABASE_UNKNOWN(Fault.USER),
    TABLE_UNKNOWN(Fault.USER),
    COLUMN_UNKNOWN(Fault.USER),
    STATEMENT_REFUSED(Fault.USER),
    REQUEST_REFUSED(Fault.USER),
    ANSWER_UNEXPECTED(Fault.USER),
    SNAPSHOT_UNKNOWN(Fault.USER),
    SNAPSHOT_UNREADABLE(Fault.USER),
    RUN_UNKNOWN(Fault.USER),
    WORKSPACE_LOCKED(Fault.USER),
    WORKSPACE_NOT_WRITABLE(Fault.USER),
    CLUSTER_UNFIT(Fault.USER),
    STAGE_UNFIT(Fault.USER),
    DISK_FULL(Fault.LIMIT),
    LIMIT_EXCEEDED(Fault.LIMIT),
    SOURCE_UNREACHABLE(Fault.SOURCE),
    SOURCE_TIMED_OUT(Fault.SOURCE),
    SOURCE_BROKE_OFF(Fault.SOURCE),
    SOURCE_CHANGED(Fault.SOURCE),
    RATE_LIMITED(Fault.SOURCE),
    CURSOR_EXPIRED(Fault.SOURCE),
    CLUSTER_UNREACHABLE(Fault.SOURCE),
    STAGE_UNREACHABLE(Fault.SOURCE),
    HISTORY_UNREACHABLE(Fault.SOURCE),
    CLUSTER_BROKE_OFF(Fault.SOURCE),
    INTERRUPTED(Fault.SOURCE),
    INTERNAL(Fault.DAYONE);

    private final Fault fault;

    ErrorCode(Fault fault) {
        this.fault = fault;
    }

    /** Whose fault it is. */
    public Fault fault() {
        return fault;
    }
}
