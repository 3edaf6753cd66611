package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a snapshot.
 *
 * @param info as its source describes it; columns dropped by the pilot are left out
 * @param requested what the pilot asks for
 * @param used how it was read in the end
 * @param note why {@code used} differs from {@code requested}, or what limit cut it; null: nothing to say
 * @param sampledRows in the snapshot
 * @param whole whether the snapshot holds every row that the table had while it was read
 * @param folder below the snapshot's folder, with {@code /} between names
 * @param files in {@code folder}
 * @param alterations values that could not be kept as they were
 * @param linked the keys that it was read for, whole; a table read for keys of which some were left out has none
 * @param pushdown what the source counted of the whole table; null: it was not asked
 * @param windows in which its rows were drawn; null: each was drawn by itself, or none was drawn
 */
public record TableManifest(
        TableInfo info,
        Sample requested,
        SampleMethod used,
        @Nullable String note,
        long sampledRows,
        boolean whole,
        String folder,
        List<String> files,
        List<Alteration> alterations,
        List<LinkedKeys> linked,
        @Nullable Pushdown pushdown,
        Instant startedAt,
        Instant completedAt,
        @Nullable Windows windows) {
    public TableManifest {
        files = List.copyOf(files);
        alterations = List.copyOf(alterations);
        linked = linked == null ? List.of() : List.copyOf(linked);
    }

    /** A table that was neither read for keys nor counted by its source. */
    public TableManifest(
            TableInfo info,
            Sample requested,
            SampleMethod used,
            @Nullable String note,
            long sampledRows,
            boolean whole,
            String folder,
            List<String> files,
            List<Alteration> alterations,
            Instant startedAt,
            Instant completedAt) {
        this(
                info,
                requested,
                used,
                note,
                sampledRows,
                whole,
                folder,
                files,
                alterations,
                List.of(),
                null,
                startedAt,
                completedAt,
                null);
    }

    /** Whether a value of {@code from} that is not found in {@code column} is certain not to be in the source. */
    public boolean isWholeFor(ColumnRef from, String column) {
        return whole
                || linked.stream()
                        .anyMatch(keys ->
                                keys.from().equals(from) && keys.column().equals(column));
    }

    /**
     * Values of a column that were changed on the way, such as {@code zero date} or {@code text cut}.
     *
     * @param column or {@link #WHOLE_ROWS}, of what concerns no single one
     */
    public record Alteration(String column, String kind, long values) {
        /** In place of a column's name: the values are whole rows that the source could not hand out as such. */
        public static final String WHOLE_ROWS = "*";
    }
}
