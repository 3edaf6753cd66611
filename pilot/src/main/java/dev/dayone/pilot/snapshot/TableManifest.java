package dev.dayone.pilot.snapshot;

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
        Instant startedAt,
        Instant completedAt) {
    public TableManifest {
        files = List.copyOf(files);
        alterations = List.copyOf(alterations);
    }

    /** Values of a column that were changed on the way, such as {@code zero date} or {@code text cut}. */
    public record Alteration(String column, String kind, long values) {}
}
