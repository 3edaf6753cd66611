package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.kept.KeptStates;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
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
        this(reader, workspace, TableFiles.FEW_BYTES);
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
        CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        List<KeptPart> few = parts;
        if (!unread.isEmpty()) {
            parts.addAll(read(reader.files(table.ref(), table.manifest(), List.copyOf(unread)), unread, requests));
            List<KeptPart> fewer = KeptStates.few(parts);
            few = fewer;
            written = CompletableFuture.runAsync(() -> states.write(fewer));
        }
        List<ProfiledColumn> columns =
                ColumnarProfiler.finish(few, types, requests, table.manifest().completedAt());
        written.join();
        return columns;
    }

    private List<KeptPart> read(TableFiles files, NavigableSet<String> names, List<Request> requests) {
        if (files.bytes() <= mostDirect && files.inBatches()) {
            return List.of(new KeptPart(names, DirectPass.run(files, requests)));
        }
        return joined(ColumnarPass.run(files.rows(), requests), names);
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
