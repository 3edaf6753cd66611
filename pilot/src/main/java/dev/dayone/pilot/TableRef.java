package dev.dayone.pilot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A table of a source, written {@code source.table}; a part that holds a dot, a quote or a space stands in double
 * quotes.
 */
public record TableRef(String source, String table) implements Comparable<TableRef> {
    /** Parses {@code source.table}. Throws {@link IllegalArgumentException} with a sentence on any other text. */
    @JsonCreator
    public static TableRef parse(String text) {
        List<String> parts = ReferenceParts.split(text);
        if (parts.size() != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' has " + parts.size() + " part(s), expected SOURCE.TABLE (quote a part with a dot)");
        }
        return new TableRef(parts.get(0), parts.get(1));
    }

    /** A column of this table. */
    public ColumnRef column(String column) {
        return new ColumnRef(source, table, column);
    }

    @Override
    public int compareTo(TableRef other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : table.compareTo(other.table);
    }

    @JsonValue
    @Override
    public String toString() {
        return ReferenceParts.join(List.of(source, table));
    }
}
