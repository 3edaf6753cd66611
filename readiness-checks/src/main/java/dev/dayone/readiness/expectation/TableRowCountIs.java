package dev.dayone.readiness.expectation;

import dev.dayone.readiness.statistic.Bounds;
import java.util.Set;

/** The number of the table's rows is {@code value}. */
final class TableRowCountIs implements ExpectationKind {
    @Override
    public String type() {
        return "expect_table_row_count_to_equal";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("value");
    }

    @Override
    public Plan plan(Arguments arguments) {
        double value = (double) arguments.whole("value");
        return new RowCountRule(new Bounds(value, value, false, false), arguments.where());
    }
}
