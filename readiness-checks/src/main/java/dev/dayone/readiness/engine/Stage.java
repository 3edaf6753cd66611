package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of a workspace's encrypted files where executors read them, in any of Hadoop's file systems. A copy lies under its
 * content's mark, is written under another name and counts only at its full length; it is found again as long as its
 * snapshot is in the workspace. Thread-safe.
 *
 * <pre>
 * STAGE/dayone-WORKSPACE/SNAPSHOT/MARK/part-*.parquet
 * STAGE/dayone-WORKSPACE/tmp/*                          what is being copied
 * </pre>
 */
final class Stage {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final String BEING_COPIED = "tmp";
    private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
    private static final int AT_ONCE = 4;

    private final StageUri uri;
    private final FileSystem store;
    private final Path home;
    private final Workspace workspace;
    private final Map<String, Map<Path, FileStatus>> known = new HashMap<>();
    private volatile @Nullable DayoneException failure;

    private Stage(StageUri uri, FileSystem store, Path home, Workspace workspace) {
        this.uri = uri;
        this.store = store;
        this.home = home;
        this.workspace = workspace;
    }

    /** A workspace's part of a stage. Throws {@link DayoneException} if there is no such file system, or it does not answer. */
    static Stage of(StageUri uri, Configuration hadoop, Workspace workspace) {
        // Known to whoever has the workspace's keys, and the same when these are replaced.
        String name = "dayone-" + WorkspaceKey.open(workspace).hash("stage").substring(0, 16);
        try {
            FileSystem store = FileSystem.get(uri.path().toUri(), hadoop);
            return new Stage(uri, store, store.makeQualified(new Path(uri.path(), name)), workspace);
        } catch (Exception | LinkageError e) { // file systems are loaded by name, and fail as they like
            throw StageFault.told(uri, e);
        }
    }

    /** Removes what was broken off, and the copies of snapshots that the workspace has no more. */
    synchronized void tidy() {
        asked(() -> {
            for (FileStatus entry : listed()) {
                String name = entry.getPath().getName();
                boolean gone = SNAPSHOT.matcher(name).matches()
                        && !java.nio.file.Files.exists(workspace.snapshots().resolve(name));
                if (gone || name.equals(BEING_COPIED)) {
                    store.delete(entry.getPath(), true);
                }
            }
            return home;
        });
    }

    private FileStatus[] listed() throws IOException {
        try {
            return store.listStatus(home);
        } catch (FileNotFoundException e) {
            return new FileStatus[0];
        }
    }

    /** A new name for what is not whole yet. */
    Path temporary() {
        return new Path(
                new Path(home, BEING_COPIED), java.util.UUID.randomUUID().toString());
    }

    /** The copies of a snapshot's files, in order, made now where there are none. Throws {@link DayoneException}. */
    synchronized List<FileStatus> copies(String snapshot, List<java.nio.file.Path> files) {
        return asked(() -> {
            Map<Path, FileStatus> there = known.containsKey(snapshot) ? known.get(snapshot) : found(snapshot);
            known.put(snapshot, there);
            Map<Path, StagedFile> places = new LinkedHashMap<>();
            for (java.nio.file.Path file : files) {
                StagedFile staged = StagedFile.of(file);
                places.put(new Path(home, snapshot + "/" + staged.mark() + "/" + staged.name()), staged);
            }
            Map<Path, StagedFile> missing = new LinkedHashMap<>(places);
            missing.entrySet().removeIf(place -> isWhole(there.get(place.getKey()), place.getValue()));
            copy(missing, there);
            return places.keySet().stream().map(there::get).toList();
        });
    }

    private static boolean isWhole(@Nullable FileStatus copy, StagedFile file) {
        return copy != null && copy.getLen() == file.length();
    }

    /** What lies there of a snapshot, asked once. */
    private Map<Path, FileStatus> found(String snapshot) throws IOException {
        Map<Path, FileStatus> found = new HashMap<>();
        try {
            RemoteIterator<LocatedFileStatus> files = store.listFiles(new Path(home, snapshot), true);
            while (files.hasNext()) {
                LocatedFileStatus file = files.next();
                found.put(file.getPath(), file);
            }
        } catch (FileNotFoundException e) {
            return found;
        }
        return found;
    }

    private void copy(Map<Path, StagedFile> missing, Map<Path, FileStatus> there) throws Exception {
        if (missing.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, missing.size()), task -> {
            Thread thread = new Thread(task, "dayone-stage");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<FileStatus>> copies = new ArrayList<>();
            missing.forEach((place, file) -> copies.add(() -> copied(file, place)));
            for (Future<FileStatus> copy : threads.invokeAll(copies)) {
                FileStatus made = copy.get();
                there.put(made.getPath(), made);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
        LOG.info(
                "Copied {} files of {} bytes to {}",
                missing.size(),
                missing.values().stream().mapToLong(StagedFile::length).sum(),
                home);
    }

    private FileStatus copied(StagedFile file, Path place) throws IOException {
        Path temporary = temporary();
        try (java.io.OutputStream out = store.create(temporary, true)) {
            java.nio.file.Files.copy(file.file(), out);
        }
        long written = store.getFileStatus(temporary).getLen();
        if (written != file.length()) {
            throw new IOException(written + " of " + file.length() + " bytes arrived");
        }
        // Whatever lies there is not whole.
        store.delete(place, false);
        store.mkdirs(place.getParent());
        if (!store.rename(temporary, place)) {
            throw new IOException("A copy could not be given its name");
        }
        RemoteIterator<LocatedFileStatus> made = store.listFiles(place, false);
        if (!made.hasNext()) {
            throw new FileNotFoundException("A copy is gone");
        }
        return made.next();
    }

    /** Forgets and removes all copies of what was read: one of them may be damaged. */
    synchronized void drop() {
        known.keySet().forEach(snapshot -> {
            try {
                store.delete(new Path(home, snapshot), true);
            } catch (IOException e) {
                LOG.warn(
                        "Cannot remove '{}/{}': {}",
                        home,
                        snapshot,
                        e.getClass().getSimpleName());
            }
        });
        known.clear();
    }

    /** Whether executors may have read copies. */
    synchronized boolean isUsed() {
        return !known.isEmpty();
    }

    /** What kept files from being copied; null: nothing did. Who asks for rows takes a failure for one of Spark. */
    @Nullable
    DayoneException failure() {
        return failure;
    }

    /** Writes a file of a text. */
    void write(Path place, String text) {
        asked(() -> {
            try (java.io.OutputStream out = store.create(place, true)) {
                out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return place;
        });
    }

    /** Removes a file. */
    void remove(Path place) {
        asked(() -> store.delete(place, false));
    }

    StageUri uri() {
        return uri;
    }

    private <T> T asked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
                // Whoever waited for the rows has given up; half a copy is never read.
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while copying to the stage", e);
            }
            DayoneException told = e instanceof BadRequestException known ? known : StageFault.told(uri, e);
            failure = told;
            throw told;
        }
    }
}
