package dev.dayone.readiness.expectation;

import java.util.Set;
import org.apache.spark.sql.functions;

/** No value is a member of a set. */
final class ValuesNotInSet implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_not_be_in_set";
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly", "value_set");
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return RowRule.ofColumn(arguments, column, functions.not(ValueSet.member(arguments, column)));
    }
}
