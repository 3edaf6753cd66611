package dev.dayone.pilot;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pilot says of one table.
 *
 * @param asked which rows to read; null: the pilot does not say, see {@link Pilot#sample}
 * @param personal columns whose values are never shown, though their name and content look harmless
 * @param shown columns whose values may be shown, though they look personal or free text
 * @param hash columns of which only a keyed hash enters the snapshot
 * @param drop columns that do not enter the snapshot at all
 * @param pushdown whether the source may be asked to count rows and distinct keys of the whole table
 * @param schema the types of columns of a file that has none of its own, by name; the others are inferred
 */
public record TableSelection(
        @Nullable Sample asked,
        Set<String> personal,
        Set<String> shown,
        Set<String> hash,
        Set<String> drop,
        boolean pushdown,
        Map<String, ColumnType> schema) {
    /** A table of which the pilot says nothing. */
    public static final TableSelection DEFAULT =
            new TableSelection(null, Set.of(), Set.of(), Set.of(), Set.of(), false);

    public TableSelection {
        personal = Set.copyOf(personal);
        shown = Set.copyOf(shown);
        hash = Set.copyOf(hash);
        drop = Set.copyOf(drop);
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }

    /** A table whose source knows its columns' types. */
    public TableSelection(
            @Nullable Sample asked,
            Set<String> personal,
            Set<String> shown,
            Set<String> hash,
            Set<String> drop,
            boolean pushdown) {
        this(asked, personal, shown, hash, drop, pushdown, Map.of());
    }
}
