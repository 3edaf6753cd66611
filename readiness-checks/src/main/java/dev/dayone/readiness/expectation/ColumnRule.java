package dev.dayone.readiness.expectation;

import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * A kind of rule on each value of one column, said in one expression.
 *
 * @param own the arguments it has beside {@code column} and {@code mostly}
 */
record ColumnRule(String type, Set<String> own, Holds holds) implements ExpectationKind {
    /** The rule itself. */
    interface Holds {
        /** Whether the value of a column keeps the rule. Throws {@link WrongCheckException} if it cannot be asked so. */
        Column of(Arguments arguments, int column);
    }

    @Override
    public Set<String> arguments() {
        Set<String> all = new HashSet<>(own);
        all.addAll(Set.of("column", "mostly"));
        return all;
    }

    @Override
    public Plan plan(Arguments arguments) {
        int column = arguments.column("column");
        return RowRule.ofColumn(arguments, column, holds.of(arguments, column));
    }
}
