package dev.dayone.readiness.expectation;

import java.util.Set;

/** The table has a column of a name, at a position if one is given (counted from 0). */
final class ColumnExists implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_to_exist";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "column_index");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int found = arguments.table().position(arguments.text("column"));
        Double index = arguments.number("column_index");
        boolean holds = found >= 0 && (index == null || index == found);
        return new SchemaAnswer(Outcome.ofSchema(holds, found < 0 ? "no such column" : "column " + found));
    }
}
