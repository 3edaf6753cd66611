package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;

/**
 * A column with the SQL that reads it.
 *
 * @param expression yields a text, number or boolean as the contract of {@code read} asks for
 * @param cursorExpression yields the value that a keyset page continues from, or the same as {@code expression}
 * @param cursorPlaceholder what stands for that value in a comparison: {@code ?} or a call around it
 */
record ColumnSpec(ColumnInfo info, String expression, String cursorExpression, String cursorPlaceholder) {
    static ColumnSpec plain(ColumnInfo info, String expression) {
        return new ColumnSpec(info, expression, expression, "?");
    }

    String name() {
        return info.name();
    }
}
