package dev.dayone.pilot.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source counted of a whole table when asked by one aggregate query.
 *
 * @param rows in the table; null: not counted
 * @param columns of which the source counted distinct values
 * @param note why something was not counted; null: all was
 */
public record Pushdown(
        @Nullable Long rows,
        List<Distinct> columns,
        @Nullable String note) {
    public Pushdown {
        columns = columns == null ? List.of() : List.copyOf(columns);
    }

    /** The rows that have a value in a column or columns together, and how many different ones. */
    public record Distinct(List<String> columns, long present, long distinct) {
        public Distinct {
            columns = List.copyOf(columns);
        }
    }
}
