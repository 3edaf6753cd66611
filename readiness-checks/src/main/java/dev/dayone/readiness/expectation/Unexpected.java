package dev.dayone.readiness.expectation;

import java.util.List;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;

/**
 * The rows that break a rule.
 *
 * @param condition true for them; null: those whose value stands more than once
 * @param where leaves rows out; null: none
 * @param columns positions of the columns whose values to show
 * @param valued whether they have values to show
 */
public record Unexpected(
        @Nullable Column condition, @Nullable Column where, List<Integer> columns, boolean valued) {
    public Unexpected {
        columns = List.copyOf(columns);
    }

    /** Rows with values against the rule. */
    public Unexpected(@Nullable Column condition, @Nullable Column where, List<Integer> columns) {
        this(condition, where, columns, true);
    }

    /** Rows that break a rule by having no value. */
    static Unexpected missing(Column condition, @Nullable Column where, List<Integer> columns) {
        return new Unexpected(condition, where, columns, false);
    }
}
