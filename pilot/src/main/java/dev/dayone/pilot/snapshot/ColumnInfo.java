package dev.dayone.pilot.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as its source declares it.
 *
 * @param sourceType the type in the source's own words, such as {@code varchar(80)}
 * @param type the type in the snapshot
 * @param nullable whether the source allows it to be empty
 * @param declared what people see of it in the source; null: the source does not tell
 */
public record ColumnInfo(
        String name,
        String sourceType,
        ColumnType type,
        boolean nullable,
        @Nullable Declared declared) {
    /** A column of which the source tells no more than its type. */
    public ColumnInfo(String name, String sourceType, ColumnType type, boolean nullable) {
        this(name, sourceType, type, nullable, null);
    }

    /**
     * A field as the source's own catalogue of fields has it, or a database's column that allows some values alone.
     *
     * @param label what its forms call it; a database's column: its name
     * @param required whether its forms ask for a value; a database's column: whether it must have one
     * @param choices the values that its forms offer, or that its type or a CHECK allows; empty: any
     */
    public record Declared(String label, boolean required, List<String> choices) {
        public Declared {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }
}
