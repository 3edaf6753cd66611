package dev.dayone.sample.generator;

import dev.dayone.sample.defect.DefectLog;

/** The rows of one table. Implementations hold no state that a row could change: any row can be made alone. */
public interface TableRows {
    /** The table's name. */
    String table();

    /** How many times {@link #write} is to be called, with 0 to count - 1. */
    long count();

    /** Writes one row, or none where the company has none at this place, and notes what was planted in it. */
    void write(long index, RowText out, DefectLog log);

    /** Notes defects that belong to the table as a whole. */
    default void plantInTable(DefectLog log) {}
}
