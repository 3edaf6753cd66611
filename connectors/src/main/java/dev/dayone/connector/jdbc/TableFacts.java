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
 */
record TableFacts(
        @Nullable Long approximateRows,
        @Nullable Long approximateBytes,
        List<String> indexed,
        @Nullable Instant lastChange,
        boolean writeTriable) {
    /** Nothing but a number of rows is known. */
    static TableFacts rows(@Nullable Long approximateRows) {
        return new TableFacts(approximateRows, null, List.of(), null, false);
    }
}
