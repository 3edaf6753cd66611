package dev.dayone.connector.jdbc;

import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.List;

/**
 * A column with the SQL that reads it.
 *
 * @param expression yields a text, number or boolean as the contract of {@code read} asks for
 * @param cursorExpression yields the value that a keyset page continues from, or the same as {@code expression}
 * @param cursorPlaceholder what stands for that value in a comparison: {@code ?} or a call around it
 * @param keys how values are looked up in it
 * @param length characters that a single value has at most
 */
record ColumnSpec(
        ColumnInfo info,
        String expression,
        String cursorExpression,
        String cursorPlaceholder,
        KeyValues keys,
        int length) {
    /** Characters of a text that are read at most: one more than is kept, so that a cut is seen. */
    static final int TEXT_LIMIT = 1_000_001;

    private static final int SHORT = 64;

    ColumnSpec(ColumnInfo info, String expression, String cursorExpression, String cursorPlaceholder) {
        this(info, expression, cursorExpression, cursorPlaceholder, KeyValues.of(info.type()), SHORT);
    }

    static ColumnSpec plain(ColumnInfo info, String expression) {
        return new ColumnSpec(info, expression, expression, "?");
    }

    /** The same column, in which values are looked up in another way than its type in the snapshot suggests. */
    ColumnSpec with(KeyValues other) {
        return new ColumnSpec(info, expression, cursorExpression, cursorPlaceholder, other, length);
    }

    /** The same column, whose values have at most so many characters. */
    ColumnSpec upTo(long characters) {
        int most = (int) Math.min(characters, TEXT_LIMIT);
        return new ColumnSpec(info, expression, cursorExpression, cursorPlaceholder, keys, most);
    }

    /** The same column, in which the source allows no other values. */
    ColumnSpec allowing(List<String> choices) {
        ColumnInfo.Declared declared = new ColumnInfo.Declared(name(), !info.nullable(), choices);
        ColumnInfo told = new ColumnInfo(info.name(), info.sourceType(), info.type(), info.nullable(), declared);
        return new ColumnSpec(told, expression, cursorExpression, cursorPlaceholder, keys, length);
    }

    String name() {
        return info.name();
    }
}
