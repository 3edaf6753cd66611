package dev.dayone.pilot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A column of a source's table, written {@code source.table.column}; quoting as in {@link TableRef}. */
public record ColumnRef(String source, String table, String column) {
    /** Parses {@code source.table.column}. Throws {@link IllegalArgumentException} with a sentence on any other text. */
    @JsonCreator
    public static ColumnRef parse(String text) {
        List<String> parts = ReferenceParts.split(text);
        if (parts.size() != 3) {
            throw new IllegalArgumentException("'" + text + "' has " + parts.size()
                    + " part(s), expected SOURCE.TABLE.COLUMN (quote a part with a dot)");
        }
        return new ColumnRef(parts.get(0), parts.get(1), parts.get(2));
    }

    /** The table that holds the column. */
    public TableRef tableRef() {
        return new TableRef(source, table);
    }

    @JsonValue
    @Override
    public String toString() {
        return ReferenceParts.join(List.of(source, table, column));
    }
}
