package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import org.apache.spark.sql.Column;

/** The argument {@code value_set}. */
final class ValueSet {
    private ValueSet() {}

    /** Whether a column's value is a member. */
    static Column member(Arguments arguments, int column) {
        Object[] members = arguments.list("value_set").stream()
                .map(value -> (Object) Literals.of(value, arguments.info(column)))
                .toArray();
        return SnapshotTable.column(column).isin(members);
    }
}
