package dev.dayone.readiness.discovery;

import dev.dayone.pilot.ColumnRef;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values may refer to another's, or be referred to.
 *
 * @param position in its table, from 0
 * @param distinct different values, of those looked at
 * @param unique whether hardly any value repeats
 * @param declared whether its source calls it the table's key
 * @param looked the share of the table's rows that were looked at; null: unknown
 * @param span of its values; null: they are not whole numbers, or it is not known
 * @param writing how its values look
 * @param often its values without those that hardly any row holds
 */
record KeyColumn(
        ColumnRef ref,
        int position,
        long distinct,
        boolean unique,
        boolean declared,
        @Nullable Double looked,
        @Nullable Span span,
        Writing writing,
        KnownValues values,
        KnownValues often) {

    /** How values look. */
    enum Writing {
        /** Whole numbers, whether kept as such or as text. */
        NUMBER,
        /** Codes: long or with digits, such as {@code AB-4711} or a UUID. */
        CODE,
        /** Short words. */
        WORD
    }

    /** The least and the highest of whole numbers. */
    record Span(double min, double max) {
        double width() {
            return max - min + 1;
        }
    }

    /** How densely whole numbers stand between the least and the highest; 1: they count through. */
    double density() {
        return span == null ? 1 : Math.min(1, (double) distinct / span.width());
    }

    boolean whole() {
        return looked != null && looked >= 1;
    }

    boolean isSameTable(KeyColumn other) {
        return ref.tableRef().equals(other.ref.tableRef());
    }
}
