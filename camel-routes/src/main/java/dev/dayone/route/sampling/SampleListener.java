package dev.dayone.route.sampling;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableManifest;

/** Told how a sampling goes. Called from one thread a source. */
public interface SampleListener {
    /** A source answered. */
    default void attached(String source, Probe probe) {}

    /** A table is about to be read. {@code expectedRows}: -1 if unknown. */
    default void planned(TableRef table, long expectedRows, SampleMethod method) {}

    /** Rows of a table kept so far. */
    default void rows(TableRef table, long rowsSoFar) {}

    /** A table was read. */
    default void finished(TableRef table, TableManifest manifest) {}

    /** A page is asked for again. {@code attempt} counts from 1. */
    default void retrying(TableRef table, int attempt, String why) {}

    /** A table was finished by an earlier, broken-off sampling and is kept. */
    default void resumed(TableRef table) {}
}
