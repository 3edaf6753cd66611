package dev.dayone.readiness.expectation;

import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Every value lies within bounds: numbers, dates, times or texts. */
final class ValuesBetween implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_between";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "min_value", "max_value", "strict_min", "strict_max");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        Column value = SnapshotTable.column(column);
        Object min = arguments.value("min_value");
        Object max = arguments.value("max_value");
        arguments.requireABound();
        Column holds = functions.lit(true);
        if (min != null) {
            Column bound = Literals.of(min, arguments.info(column));
            holds = holds.and(arguments.flag("strict_min") ? value.gt(bound) : value.geq(bound));
        }
        if (max != null) {
            Column bound = Literals.of(max, arguments.info(column));
            holds = holds.and(arguments.flag("strict_max") ? value.lt(bound) : value.leq(bound));
        }
        Ends ends = Ends.of(arguments, column);
        ColumnInfo info = arguments.info(column);
        return RowRule.ofColumn(arguments, column, holds, profile -> ends.hold(profile, info));
    }
}
