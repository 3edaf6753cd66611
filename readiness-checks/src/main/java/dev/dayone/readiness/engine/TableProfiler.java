package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.kept.KeptStates;
import dev.dayone.readiness.kept.KeptWriter;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.StateCodec;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * Profiles the tables of a snapshot and keeps the states beside their files: a file that was profiled before and has not
 * changed is not read again.
 */
public final class TableProfiler {
    private final SnapshotReader reader;
    private final WorkspaceKey key;
    private final long mostDirect;

    /** For the tables of a reader. Throws {@link BadRequestException} if the workspace has no usable key. */
    public TableProfiler(SnapshotReader reader, Workspace workspace) {
        this(reader, workspace, TableFiles.ONE_PART);
    }

    /** {@code mostDirect}: files of more bytes than that together are read by a job. */
    TableProfiler(SnapshotReader reader, Workspace workspace, long mostDirect) {
        this.reader = reader;
        this.mostDirect = mostDirect;
        this.key = WorkspaceKey.open(workspace);
    }

    /** The columns' statistics, in order; {@code uniqueness}: positions whose repeated values are counted exactly. */
    public List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        List<Request> requests = ColumnarProfiler.requests(table, uniqueness);
        List<ColumnType> types = ColumnarProfiler.types(table);
        KeptStates states = new KeptStates(reader.folder(table.ref()), key);
        List<KeptPart> parts = new ArrayList<>();
        NavigableSet<String> unread = new TreeSet<>(table.manifest().files());
        for (KeptPart part : states.read()) {
            if (unread.containsAll(part.files()) && part.covers(types, requests)) {
                unread.removeAll(part.files());
                parts.add(part);
            }
        }
        Instant now = table.manifest().completedAt();
        if (unread.isEmpty()) {
            return ColumnarProfiler.finish(parts, types, requests, now);
        }
        TableFiles files = reader.files(table.ref(), table.manifest(), List.copyOf(unread));
        boolean inWindows = table.manifest().windows() != null;
        boolean direct = files.bytes() <= mostDirect && files.inBatches();
        if (direct && parts.isEmpty()) {
            return alone(files, inWindows, states.begin(List.of(unread), requests.size()), requests, now);
        }
        if (direct) {
            byte[][] columns = new byte[requests.size()][];
            DirectPass.run(files, inWindows, requests, (column, state) -> columns[column] = StateCodec.write(state));
            parts.add(new KeptPart(unread, List.of(columns)));
        } else {
            parts.addAll(joined(ColumnarPass.run(files.rows(), requests), unread));
        }
        List<KeptPart> few = KeptStates.few(parts);
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> states.write(few));
        List<ProfiledColumn> told = ColumnarProfiler.finish(few, types, requests, now);
        written.join();
        return told;
    }

    /** Nothing else is known of the table: what its states tell need not be read back from their bytes. */
    private static List<ProfiledColumn> alone(
            TableFiles files, boolean inWindows, KeptWriter kept, List<Request> requests, Instant now) {
        ProfiledColumn[] columns = new ProfiledColumn[requests.size()];
        try (kept) {
            DirectPass.run(files, inWindows, requests, (column, state) -> {
                kept.add(0, column, StateCodec.write(state));
                columns[column] = state.finish(now).told().in(state.windows());
            });
        }
        return List.of(columns);
    }

    /** Parts that share a file become one; those of which no files are known, one of all files. */
    private static List<KeptPart> joined(List<KeptPart> found, NavigableSet<String> all) {
        List<KeptPart> parts = new ArrayList<>();
        for (KeptPart part : found) {
            KeptPart joined = part.files().isEmpty() ? new KeptPart(all, part.columns()) : part;
            for (KeptPart other : List.copyOf(parts)) {
                if (other.files().stream().anyMatch(joined.files()::contains)) {
                    parts.remove(other);
                    joined = joined.and(other);
                }
            }
            parts.add(joined);
        }
        return parts;
    }
}
