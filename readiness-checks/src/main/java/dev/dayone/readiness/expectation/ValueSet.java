package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import org.apache.spark.sql.Column;

/** The argument {@code value_set}. */
final class ValueSet {
    static final String ARGUMENT = "value_set";

    private ValueSet() {}

    /** Whether a column's value is a member. */
    static Column member(Arguments arguments, int column) {
        return SnapshotTable.column(column).isin(members(arguments, column).toArray());
    }

    /** The members as literals of the column's type, each once. */
    static List<Column> members(Arguments arguments, int column) {
        return arguments.list(ARGUMENT).stream()
                .distinct()
                .map(value -> Literals.of(value, arguments.info(column)))
                .toList();
    }
}
