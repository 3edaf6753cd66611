package dev.dayone.readiness.expectation;

import java.util.Set;

/** Every value is a member of a set. */
final class ValuesInSet implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_in_set";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "value_set");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return RowRule.ofColumn(arguments, column, ValueSet.member(arguments, column));
    }
}
