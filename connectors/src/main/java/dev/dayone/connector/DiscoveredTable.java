package dev.dayone.connector;

import dev.dayone.pilot.snapshot.TableInfo;

/**
 * A table that a source holds.
 *
 * @param readable whether the account may read it
 * @param random by what means rows can be drawn
 */
public record DiscoveredTable(TableInfo info, boolean readable, RandomAccess random) {
    /** By what means a connector draws rows of a table. */
    public enum RandomAccess {
        /** By ranges of a single numeric key. */
        RANGES,
        /** By the database's own sampling of blocks. */
        TABLESAMPLE,
        /** By none. */
        NONE
    }
}
