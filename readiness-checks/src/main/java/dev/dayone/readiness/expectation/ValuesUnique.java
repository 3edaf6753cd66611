package dev.dayone.readiness.expectation;

import java.util.Set;

/** No value stands in more than one row. */
final class ValuesUnique implements ExpectationKind {
    @Override
    public String type() {
        return "expect_column_values_to_be_unique";
    }

    @Override
    public boolean needsValues() {
        return false;
    }

    @Override
    public Set<String> arguments() {
        return Set.of("column", "mostly");
    }

    @Override
    public Plan plan(Arguments arguments) {
        return new UniqueRule(arguments.column("column"), arguments.where(), arguments.mostly());
    }
}
