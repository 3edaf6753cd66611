package dev.dayone.pilot.report;

/** The verdict of a gate, and of the pilot. */
public enum GateVerdict {
    READY,
    NOT_READY,
    /** It rests on a blocker that is UNDETERMINED or has NO_ANSWER. */
    UNDETERMINED
}
