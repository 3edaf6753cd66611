package dev.dayone.app.console;

import java.io.PrintStream;

/**
 * Where a command speaks: results to {@code out}, all else to {@code err}.
 *
 * @param terminal whether a person watches {@code err}
 * @param columns of that terminal
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, int columns) {
    private static final int DEFAULT_COLUMNS = 100;

    /** The console of this process; the launcher says whether it is a terminal and how wide. */
    public static Console ofProcess() {
        int columns = Integer.getInteger("dayone.columns", DEFAULT_COLUMNS);
        return new Console(
                System.out,
                System.err,
                Boolean.getBoolean("dayone.terminal"),
                columns < 40 ? DEFAULT_COLUMNS : columns);
    }

    /** Whether colours may be used: on a terminal, unless NO_COLOR is set. */
    public boolean colour() {
        return terminal && System.getenv("NO_COLOR") == null;
    }

    /** Says a line to whoever waits. */
    public void say(String line) {
        err.println(line);
    }
}
