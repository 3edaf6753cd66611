package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.statistic.Bounds;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The length of every text, in characters, lies within bounds. */
final class ValueLengthsBetween implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_value_lengths_to_be_between";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "min_value", "max_value", "strict_min", "strict_max");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        if (arguments.info(column).type().kind() != ColumnType.Kind.STRING) {
            throw new WrongCheckException("Column '" + arguments.info(column).name() + "' holds "
                    + arguments.info(column).type() + ", expected text.");
        }
        Bounds bounds = arguments.bounds();
        Column length = functions.length(SnapshotTable.column(column));
        Column holds = functions.lit(true);
        if (bounds.min() != null) {
            holds = holds.and(bounds.strictMin() ? length.gt(bounds.min()) : length.geq(bounds.min()));
        }
        if (bounds.max() != null) {
            holds = holds.and(bounds.strictMax() ? length.lt(bounds.max()) : length.leq(bounds.max()));
        }
        return RowRule.ofColumn(arguments, column, holds);
    }
}
