package dev.dayone.connector.jdbc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page's statement.
 *
 * @param values for the placeholders, in order
 * @param cursorColumns the labels whose values in the last row are the next cursor; empty: there is no next page
 * @param hidden labels that are no columns of the table
 * @param cursorHead what the next cursor begins with
 * @param limit rows at most
 * @param streamed whether it is one page however much it weighs, for there is no second one
 */
record PageQuery(
        String sql,
        List<Object> values,
        List<String> cursorColumns,
        List<String> hidden,
        @Nullable Object cursorHead,
        long limit,
        boolean streamed) {
    /** A statement whose rows are handed on while they come. */
    static PageQuery stream(String sql, List<Object> values) {
        return new PageQuery(sql, values, List.of(), List.of(), null, Long.MAX_VALUE, true);
    }

    /** The same answer by another statement. */
    PageQuery by(String other) {
        return new PageQuery(other, values, cursorColumns, hidden, cursorHead, limit, streamed);
    }

    /** A statement that answers one row. */
    static PageQuery row(String sql) {
        return new PageQuery(sql, List.of(), List.of(), List.of(), null, 1, false);
    }
}
