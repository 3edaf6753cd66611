package dev.dayone.readiness.expectation;

import dev.dayone.pilot.TableRef;
import org.jspecify.annotations.Nullable;

/** What the run before this one told of its tables. */
public interface Earlier {
    /** There was no run before. */
    Earlier NONE = table -> null;

    /** What it told of a table; null: there was no run, or it had no such table. */
    @Nullable
    Seen table(TableRef table);

    /** The run, and how many rows the table had; null: it was neither read whole nor counted by its source. */
    record Seen(String run, @Nullable Long rows) {}
}
