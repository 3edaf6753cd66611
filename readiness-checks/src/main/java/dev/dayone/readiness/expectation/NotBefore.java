package dev.dayone.readiness.expectation;

import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Of two days or times in a row the first does not lie before the second. A row without one of them is left out; a day
 * beside a time is that whole day; clocks may differ by {@code tolerance}.
 */
final class NotBefore implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_pair_times_a_to_not_be_before_b";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column_A", "column_B", "mostly", "time_zone", "tolerance");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int first = arguments.column("column_A");
        int second = arguments.column("column_B");
        Span a = Span.of(arguments, first);
        Span b = Span.of(arguments, second);
        Duration given = arguments.duration("tolerance");
        Duration tolerance = given == null ? Duration.ZERO : given;
        Column latest = a.end()
                .plus(functions.make_dt_interval(
                        functions.lit(0),
                        functions.lit(0),
                        functions.lit(0),
                        functions.lit(tolerance.toMillis()).divide(1000)));
        // The end of a day is no longer of it.
        Column holds = a.isDay() ? latest.gt(b.begin()) : latest.geq(b.begin());
        Column present = SnapshotTable.column(first)
                .isNotNull()
                .and(SnapshotTable.column(second).isNotNull());
        return RowRule.ofRows(arguments, List.of(first, second), present, holds);
    }
}
