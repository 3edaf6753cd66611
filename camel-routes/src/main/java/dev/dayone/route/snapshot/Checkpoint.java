package dev.dayone.route.snapshot;

import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a table was read: the state after a page whose file is whole and on the disk. A file of the table that it does
 * not name is a broken-off page's.
 *
 * @param info the table as its source described it when it was begun, all columns
 * @param keyFiles the sealed files with the values of its link columns, a page each; left out for pages without new ones
 * @param rows in {@code files}
 * @param at when the page ended
 * @param windows how many of {@code rows} were drawn in each window; none: they were drawn in no windows
 * @param plan the plan and its place, sealed by the workspace's key: a place is a row's key, which may be personal
 */
public record Checkpoint(
        TableInfo info,
        SampleMethod used,
        @Nullable String note,
        List<String> files,
        List<String> keyFiles,
        long rows,
        List<Alteration> alterations,
        Instant startedAt,
        Instant at,
        String plan,
        List<Integer> windows) {
    public Checkpoint {
        files = List.copyOf(files);
        keyFiles = List.copyOf(keyFiles);
        alterations = List.copyOf(alterations);
        windows = windows == null ? List.of() : List.copyOf(windows);
    }
}
