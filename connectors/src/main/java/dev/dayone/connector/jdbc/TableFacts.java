package dev.dayone.connector.jdbc;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source's catalogue says of a table's size and age.
 *
 * @param indexed the columns that lead an index
 * @param writeTriable whether a write may be tried on it: a base table on which a statement fires no code of the
 *     database's own
 * @param tellsBlocks whether each of its rows tells the block that it lies in
 */
record TableFacts(
        @Nullable Long approximateRows,
        @Nullable Long approximateBytes,
        List<String> indexed,
        @Nullable Instant lastChange,
        boolean writeTriable,
        boolean tellsBlocks) {
    /** A table whose rows do not tell their blocks. */
    TableFacts(
            @Nullable Long approximateRows,
            @Nullable Long approximateBytes,
            List<String> indexed,
            @Nullable Instant lastChange,
            boolean writeTriable) {
        this(approximateRows, approximateBytes, indexed, lastChange, writeTriable, false);
    }

    /** Nothing but a number of rows is known. */
    static TableFacts rows(@Nullable Long approximateRows) {
        return new TableFacts(approximateRows, null, List.of(), null, false);
    }
}
