package dev.dayone.pilot.report;

import java.time.Instant;
import java.util.List;

/**
 * What changed since the run before.
 *
 * @param run the run before
 * @param sampledAt when its data was read
 * @param changes in a sentence each, most weighty first
 * @param gone the titles of findings that are no longer found
 * @param fresh how many findings are new
 * @param lasting how many were found before too
 */
public record SinceLast(
        String run, Instant sampledAt, List<String> changes, List<String> gone, int fresh, int lasting) {
    public SinceLast {
        changes = List.copyOf(changes);
        gone = List.copyOf(gone);
    }
}
