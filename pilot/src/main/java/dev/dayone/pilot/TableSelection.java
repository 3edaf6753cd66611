package dev.dayone.pilot;

import java.util.Set;

/**
 * What a pilot says of one table.
 *
 * @param personal columns whose values are never shown, though their name and content look harmless
 * @param shown columns whose values may be shown, though they look personal or free text
 * @param hash columns of which only a keyed hash enters the snapshot
 * @param drop columns that do not enter the snapshot at all
 */
public record TableSelection(
        Sample sample, Set<String> personal, Set<String> shown, Set<String> hash, Set<String> drop) {
    /** A table of which the pilot says nothing. */
    public static final TableSelection DEFAULT =
            new TableSelection(Sample.DEFAULT, Set.of(), Set.of(), Set.of(), Set.of());

    public TableSelection {
        personal = Set.copyOf(personal);
        shown = Set.copyOf(shown);
        hash = Set.copyOf(hash);
        drop = Set.copyOf(drop);
    }
}
