package dev.dayone.pilot.error;

/** Whose fault a failure is, and so what dayone's process answers. */
public enum Fault {
    /** The user changes a command, a file or a right. Never retried. */
    USER(2),
    /** A source was out of reach or broke off. Retried with back-off, resumed by the next run. */
    SOURCE(3),
    /** A limit of the pilot or of this machine was reached. What was read is kept. */
    LIMIT(3),
    /** A defect of dayone. */
    DAYONE(4);

    private final int exitCode;

    Fault(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of a command that ends with this fault. */
    public int exitCode() {
        return exitCode;
    }
}
