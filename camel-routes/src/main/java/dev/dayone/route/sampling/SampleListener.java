package dev.dayone.route.sampling;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.TableManifest;
import java.time.Duration;

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

    /** A source that does not answer yet is asked again. {@code attempt} counts from 1. */
    default void retrying(String source, int attempt, String why) {}

    /** A source has become slow and is left alone for a while. */
    default void pausing(TableRef table, Duration pause) {}

    /** A table was finished by an earlier, broken-off sampling and is kept. */
    default void resumed(TableRef table) {}

    /** A table goes on behind the rows that an earlier, broken-off sampling read. */
    default void resumed(TableRef table, long rows) {}

    /** What an earlier, broken-off sampling read of a table is of no use; {@code why} is a clause. */
    default void startedAfresh(TableRef table, String why) {}
}
