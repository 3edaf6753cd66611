package dev.dayone.readiness.expectation;

import java.util.Set;

/** A regular expression is found in every value. */
final class ValuesMatchRegex implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_match_regex";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "regex");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return RowRule.ofColumn(arguments, column, RegexArgument.found(arguments, column));
    }
}
