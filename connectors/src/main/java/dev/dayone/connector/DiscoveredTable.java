package dev.dayone.connector;

import dev.dayone.pilot.snapshot.TableInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table that a source holds.
 *
 * @param readable whether the account may read it
 * @param random by what means rows can be drawn
 * @param means what it can be asked for; null: rows by any column, in any order
 */
public record DiscoveredTable(
        TableInfo info,
        boolean readable,
        RandomAccess random,
        @Nullable Means means) {
    /** A table of a source with a language for queries. */
    public DiscoveredTable(TableInfo info, boolean readable, RandomAccess random) {
        this(info, readable, random, null);
    }

    /**
     * What a source without a language for queries can be asked for.
     *
     * @param lookups the columns by whose values rows can be looked up
     * @param latest the column that orders its rows, the latest first; null: they come in an order of its own
     */
    public record Means(Set<String> lookups, @Nullable String latest) {
        public Means {
            lookups = Set.copyOf(lookups);
        }
    }

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
