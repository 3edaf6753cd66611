package dev.dayone.readiness.expectation;

import java.util.Set;

/** One type of expectation. A new one is a class and a line in {@link Expectations}. */
public interface ExpectationKind {
    /** The name, as Great Expectations has it. */
    String type();

    /** The arguments it knows beside those that every expectation has. */
    Set<String> arguments();

    /** Whether it looks at values: of a column that is kept as a hash it then has no answer. */
    default boolean needsValues() {
        return true;
    }

    /** What to measure and how to judge it. Throws {@link WrongCheckException} if it cannot be asked so of the table. */
    Plan plan(Arguments arguments);
}
