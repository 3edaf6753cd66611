package dev.dayone.connector;

import dev.dayone.pilot.snapshot.TableInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that a source holds.
 *
 * @param readable whether the account may read it
 * @param remedy what would make it readable, after a comma; empty: it is
 * @param random by what means rows can be drawn
 * @param means what it can be asked for; null: rows by any column, in any order
 * @param paged whether its pages follow each other by a cursor although it has no key
 */
public record DiscoveredTable(
        TableInfo info,
        boolean readable,
        String remedy,
        RandomAccess random,
        @Nullable Means means,
        boolean paged) {
    /** Whether a page ends with a cursor that the next one begins at. */
    public boolean hasCursor() {
        return paged || !info.key().isEmpty();
    }

    /**
     * What a source without a language for queries can be asked for.
     *
     * @param lookups the columns by whose values rows can be looked up, with how many of them go into a call
     * @param latest the column that orders its rows, the latest first; null: they come in an order of its own
     * @param pageRows rows that a call answers
     * @param calls what it takes to find the table
     */
    public record Means(
            Map<String, Integer> lookups, @Nullable String latest, int pageRows, long calls) {
        public Means {
            lookups = Map.copyOf(lookups);
        }
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
