package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.kept.KeptPart;
import dev.dayone.readiness.kept.KeptStates;
import dev.dayone.readiness.profile.ColumnState;
import dev.dayone.readiness.profile.ColumnState.Request;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Profiles the tables of a snapshot and keeps the states beside their files: a file that was profiled before and has not
 * changed is not read again.
 */
public final class TableProfiler {
    private final SnapshotReader reader;
    private final WorkspaceKey key;

    /** For the tables of a reader. Throws {@link BadRequestException} if the workspace has no usable key. */
    public TableProfiler(SnapshotReader reader, Workspace workspace) {
        this.reader = reader;
        this.key = WorkspaceKey.open(workspace);
    }

    /** The columns' statistics, in order; {@code uniqueness}: positions whose repeated values are counted exactly. */
    public List<ProfiledColumn> profile(SnapshotTable table, Set<Integer> uniqueness) {
        List<Request> requests = ColumnarProfiler.requests(table, uniqueness);
        List<ColumnState> whole = ColumnarProfiler.empty(table, requests);
        KeptStates kept = new KeptStates(reader.folder(table.ref()), key);
        List<KeptPart> parts = new ArrayList<>();
        NavigableSet<String> unread = new TreeSet<>(table.manifest().files());
        for (KeptPart part : kept.read()) {
            if (unread.containsAll(part.files()) && part.covers(whole)) {
                unread.removeAll(part.files());
                parts.add(part);
            }
        }
        if (!unread.isEmpty()) {
            List<ColumnarPass.Part> found =
                    ColumnarPass.run(reader.rows(table.ref(), table.manifest(), List.copyOf(unread)), requests);
            parts.addAll(joined(found, unread));
        }
        // Written first: a state that was merged into another is not to be used again.
        if (!unread.isEmpty()) {
            kept.write(parts);
        }
        parts.forEach(part -> ColumnarProfiler.merge(whole, part.states()));
        return ColumnarProfiler.finish(whole, table.manifest().completedAt());
    }

    /** Parts that share a file become one; those of which no files are known, one of all files. */
    private static List<KeptPart> joined(List<ColumnarPass.Part> found, NavigableSet<String> all) {
        List<KeptPart> parts = new ArrayList<>();
        for (ColumnarPass.Part part : found) {
            KeptPart joined = new KeptPart(new TreeSet<>(part.files().isEmpty() ? all : part.files()), part.states());
            for (KeptPart other : List.copyOf(parts)) {
                if (other.files().stream().anyMatch(joined.files()::contains)) {
                    parts.remove(other);
                    joined.files().addAll(other.files());
                    ColumnarProfiler.merge(joined.states(), other.states());
                }
            }
            parts.add(joined);
        }
        return parts;
    }
}
