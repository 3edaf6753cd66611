package dev.dayone.readiness.expectation;

import dev.dayone.pilot.report.ColumnProfile;
import java.util.HashSet;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * A kind of rule on each value of one column, said in one expression.
 *
 * @param own the arguments it has beside {@code column} and {@code mostly}
 * @param kept null: no profile proves it
 */
record ColumnRule(
        String type, Set<String> own, Holds holds, @Nullable Kept kept) implements ExpectationKind {
    /** One that nothing but a look at the values tells. */
    ColumnRule(String type, Set<String> own, Holds holds) {
        this(type, own, holds, null);
    }

    /** What a profile proves. */
    interface Kept {
        /** Whether a column's profile proves that all its values keep the rule. */
        boolean by(ColumnProfile profile, Arguments arguments);
    }

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
        Kept proof = kept;
        return RowRule.ofColumn(
                arguments,
                column,
                holds.of(arguments, column),
                proof == null ? null : profile -> proof.by(profile, arguments));
    }
}
