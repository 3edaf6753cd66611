package dev.dayone.readiness.expectation;

import java.util.Set;
import org.apache.spark.sql.functions;

/** A regular expression is found in no value. */
final class ValuesNotMatchRegex implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_not_match_regex";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "regex");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return RowRule.ofColumn(arguments, column, functions.not(RegexArgument.found(arguments, column)));
    }
}
