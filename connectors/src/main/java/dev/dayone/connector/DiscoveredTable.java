package dev.dayone.connector;

import dev.dayone.pilot.snapshot.TableInfo;

/**
 * A table that a source holds.
 *
 * @param readable whether the account may read it
 * @param random by what means rows can be drawn
 * @param paged whether its pages follow each other by a cursor although it has no key
 */
public record DiscoveredTable(TableInfo info, boolean readable, RandomAccess random, boolean paged) {
    /** Whether a page ends with a cursor that the next one begins at. */
    public boolean hasCursor() {
        return paged || !info.key().isEmpty();
    }

    /** By what means a connector draws rows of a table. */
    public enum RandomAccess {
        /** By ranges of a single numeric key. */
        RANGES,
        /** By the database's own sampling of blocks. */
        TABLESAMPLE,
        /** By reading all of them and keeping some. */
        SCAN,
        /** By none. */
        NONE
    }
}
