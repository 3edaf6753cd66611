package dev.dayone.pilot.snapshot;

import java.util.List;

/**
 * What dayone did to a source in one run.
 *
 * @param rows read in all
 * @param connections opened in all
 * @param millis spent in statements
 */
public record Receipt(List<Statement> statements, long rows, int connections, long millis) {
    /** Nothing was done. */
    public static final Receipt NOTHING = new Receipt(List.of(), 0, 0, 0);

    public Receipt {
        statements = List.copyOf(statements);
    }

    /** A statement's shape, without values, and how often it ran. */
    public record Statement(String shape, long times, long rows, long millis) {}
}
