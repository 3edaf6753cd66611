package dev.dayone.pilot;

/** How much a failed check or a finding weighs. */
public enum Severity {
    /** The pilot cannot start on such data: decides the gate. */
    BLOCKER,
    /** To be mended before stabilisation: shown, does not decide the gate. */
    MAJOR,
    /** Worth knowing. */
    MINOR
}
