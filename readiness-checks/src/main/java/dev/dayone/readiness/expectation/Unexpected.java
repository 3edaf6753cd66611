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
 */
public record Unexpected(
        @Nullable Column condition, @Nullable Column where, List<Integer> columns) {
    public Unexpected {
        columns = List.copyOf(columns);
    }
}
