package dev.dayone.readiness.expectation;

import java.util.Set;

/** The number of the table's rows lies within bounds. */
final class TableRowCountBetween implements ExpectationKind {
    @Override
    public String type() {
        return "expect_table_row_count_to_be_between";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("min_value", "max_value", "strict_min", "strict_max");
    }

    @Override
    public Plan plan(Arguments arguments) {
        return new RowCountRule(arguments.bounds(), arguments.where());
    }
}
