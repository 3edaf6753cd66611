package dev.dayone.readiness.expectation;

import java.util.Set;

/** The mean of a column of numbers lies within bounds. */
final class ColumnMeanBetween implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_mean_to_be_between";
    }

    @Override
    public Set<String> arguments() {
        return Arguments.COLUMN_AND_BOUNDS;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        arguments.requireNumbers(column);
        return MeanRule.of(arguments, column);
    }
}
