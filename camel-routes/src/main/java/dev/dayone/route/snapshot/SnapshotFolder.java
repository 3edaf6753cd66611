package dev.dayone.route.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.FileName;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot being made. {@code sampling.json} says for which pilot and rows; {@code SOURCE/receipt.json} what was done to
 * a source so far, {@code SOURCE/learned.sealed} what it told of its tables at a price; a table that was begun has its {@code checkpoint.json}, a finished one its {@code table.json};
 * {@code manifest.json} comes last of all and makes it a snapshot. Each is written whole or not at all, after the files
 * that it names: a process that dies between any two of these steps leaves a state that is resumed without a row lost or
 * doubled.
 */
public final class SnapshotFolder {
    /** How long after its last page a broken-off snapshot is taken up again, and a broken-off table. */
    public static final Duration RESUMED_FOR = Duration.ofHours(24);

    private static final String BEGUN = "sampling.json";
    private static final String TABLE = "table.json";
    private static final String CHECKPOINT = "checkpoint.json";
    private static final String RECEIPT = "receipt.json";
    private static final String LEARNED = "learned.sealed";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Begun begun;

    private SnapshotFolder(Path folder, Begun begun) {
        this.folder = folder;
        this.begun = begun;
    }

    /** What a snapshot is begun for. */
    public record Begun(String pilot, String fingerprint, String keyId, Instant startedAt) {}

    /** What was done to a source, over all runs, and when it was last told. */
    private record Done(Receipt receipt, Instant at) {}

    /** The youngest broken-off snapshot of the same pilot, rows and key, or a new one. */
    public static SnapshotFolder open(Workspace workspace, Begun wanted) {
        return find(workspace, wanted)
                .orElseGet(() -> Guarded.io(workspace.snapshots(), () -> {
                    Files.createDirectories(workspace.snapshots());
                    Path folder = workspace.snapshotFolder(Workspace.newId(wanted.startedAt()));
                    Files.createDirectory(folder);
                    AtomicFile.write(folder.resolve(BEGUN), Json.write(wanted));
                    return new SnapshotFolder(folder, wanted);
                }));
    }

    /** The youngest broken-off snapshot of the same pilot, rows and key. */
    public static Optional<SnapshotFolder> find(Workspace workspace, Begun wanted) {
        if (!Files.isDirectory(workspace.snapshots())) {
            return Optional.empty();
        }
        return Guarded.io(workspace.snapshots(), () -> {
            for (Path folder : folders(workspace)) {
                Begun found = begun(folder).orElse(null);
                if (found != null
                        && !Files.exists(folder.resolve(MANIFEST))
                        && found.pilot().equals(wanted.pilot())
                        && found.fingerprint().equals(wanted.fingerprint())
                        && found.keyId().equals(wanted.keyId())
                        && touched(folder, found).plus(RESUMED_FOR).isAfter(wanted.startedAt())) {
                    return Optional.of(new SnapshotFolder(folder, found));
                }
            }
            return Optional.empty();
        });
    }

    /** The snapshot's identifier. */
    public String id() {
        return String.valueOf(folder.getFileName());
    }

    /** The snapshot's folder. */
    public Path path() {
        return folder;
    }

    /** When it was begun. */
    public Instant startedAt() {
        return begun.startedAt();
    }

    /** The table's folder below the snapshot's, with {@code /} between names. */
    public static String tableFolder(TableRef table) {
        return FileName.of(table.source()) + "/" + FileName.of(table.table());
    }

    /** The manifest of a table that was finished before. */
    public @Nullable TableManifest finished(TableRef table) {
        Path home = folder.resolve(tableFolder(table));
        return Guarded.io(folder, () -> read(home.resolve(TABLE), TableManifest.class))
                .filter(manifest -> areThere(home, manifest.files()))
                .orElse(null);
    }

    /** How far a table was read that was begun before. */
    public Optional<Checkpoint> checkpoint(TableRef table) {
        Path home = folder.resolve(tableFolder(table));
        return Guarded.io(folder, () -> read(home.resolve(CHECKPOINT), Checkpoint.class))
                .filter(checkpoint -> areThere(home, checkpoint.files()) && areThere(home, checkpoint.keyFiles()));
    }

    /** The folder of a table that goes on from its checkpoint; what a broken-off page left there is gone. */
    public Path resume(TableRef table, Checkpoint checkpoint) {
        Path home = folder.resolve(tableFolder(table));
        Set<String> named = new HashSet<>(checkpoint.files());
        named.addAll(checkpoint.keyFiles());
        named.add(CHECKPOINT);
        return Guarded.io(folder, () -> {
            for (Path file : files(home)) {
                if (!named.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
            return home;
        });
    }

    /** Writes down how far a table was read; the files that it names are whole and on the disk. */
    public void save(TableRef table, Checkpoint checkpoint) {
        write(folder.resolve(tableFolder(table)).resolve(CHECKPOINT), Json.write(checkpoint));
    }

    /** Writes a sealed text beside a table's files. */
    public void save(TableRef table, String name, String sealed) {
        write(folder.resolve(tableFolder(table)).resolve(name), sealed);
    }

    /** The sealed text beside a table's files. */
    public String sealed(TableRef table, String name) {
        Path file = folder.resolve(tableFolder(table)).resolve(name);
        return Guarded.io(folder, () -> Files.readString(file, StandardCharsets.UTF_8));
    }

    /** What earlier runs did to a source for this snapshot. */
    public Receipt receipt(String source) {
        Path file = folder.resolve(FileName.of(source)).resolve(RECEIPT);
        return Guarded.io(folder, () -> read(file, Done.class))
                .map(Done::receipt)
                .orElse(Receipt.NOTHING);
    }

    /** Writes down what was done to a source for this snapshot, by earlier runs and this one. */
    public void save(String source, Receipt receipt, Instant at) {
        Path home = folder.resolve(FileName.of(source));
        Guarded.io(folder, () -> Files.createDirectories(home));
        write(home.resolve(RECEIPT), Json.write(new Done(receipt, at)));
    }

    /** What was learned of a source, sealed, by earlier runs for this snapshot. */
    public Optional<String> learned(String source) {
        Path file = folder.resolve(FileName.of(source)).resolve(LEARNED);
        return Guarded.io(
                folder,
                () -> Files.isRegularFile(file)
                        ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                        : Optional.empty());
    }

    /** Writes down what was learned of a source. */
    public void saveLearned(String source, String sealed) {
        Path home = folder.resolve(FileName.of(source));
        Guarded.io(folder, () -> Files.createDirectories(home));
        write(home.resolve(LEARNED), sealed);
    }

    /** An empty folder for a table; what a broken-off sampling left there is gone. */
    public Path begin(TableRef table) {
        Path tableFolder = folder.resolve(tableFolder(table));
        return Guarded.io(folder, () -> {
            FileTree.delete(tableFolder);
            return Files.createDirectories(tableFolder);
        });
    }

    /** Marks a table as finished. */
    public void finish(TableRef table, TableManifest manifest) {
        write(folder.resolve(tableFolder(table)).resolve(TABLE), Json.write(manifest));
    }

    /** Makes it a snapshot; what only resuming needs is gone before. */
    public void complete(Manifest manifest) {
        Guarded.io(folder, () -> {
            for (TableRef table : manifest.tables().keySet()) {
                Path home = folder.resolve(tableFolder(table));
                for (String name : checkpoint(table).map(Checkpoint::keyFiles).orElse(List.of())) {
                    Files.deleteIfExists(home.resolve(name));
                }
                Files.deleteIfExists(home.resolve(CHECKPOINT));
            }
            AtomicFile.write(folder.resolve(MANIFEST), Json.write(manifest));
            for (String source : manifest.sources().keySet()) {
                for (Path told : files(folder.resolve(FileName.of(source)))) {
                    Files.deleteIfExists(told);
                }
            }
            return true;
        });
    }

    /** Removes the pilot's snapshots beyond their time, but never the newest complete one nor this one. */
    public void purgeOthers(Workspace workspace, Duration retention, Instant now) {
        Guarded.io(workspace.snapshots(), () -> {
            boolean newest = true;
            for (Path other : folders(workspace)) {
                Begun of = begun(other).orElse(null);
                if (of == null || !of.pilot().equals(begun.pilot())) {
                    continue;
                }
                boolean complete = Files.exists(other.resolve(MANIFEST));
                Duration kept = complete ? retention : RESUMED_FOR;
                Instant since = complete ? of.startedAt() : touched(other, of);
                boolean old = since.plus(kept).isBefore(now);
                if (old && !(complete && newest) && !other.equals(folder)) {
                    // Its manifest first: a purge that is cut short leaves no snapshot that looks complete.
                    Files.deleteIfExists(other.resolve(MANIFEST));
                    FileTree.delete(other);
                }
                newest = newest && !complete;
            }
            return true;
        });
    }

    private void write(Path file, String json) {
        Guarded.io(folder, () -> {
            AtomicFile.write(file, json);
            return true;
        });
    }

    private static List<Path> folders(Workspace workspace) throws IOException {
        try (Stream<Path> entries = Files.list(workspace.snapshots())) {
            return entries.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        }
    }

    private static Optional<Begun> begun(Path folder) throws IOException {
        return read(folder.resolve(BEGUN), Begun.class);
    }

    /** When a broken-off snapshot was last worked on. */
    private static Instant touched(Path folder, Begun begun) throws IOException {
        Instant latest = begun.startedAt();
        try (Stream<Path> sources = Files.list(folder)) {
            for (Path source : sources.filter(Files::isDirectory).toList()) {
                Instant at =
                        read(source.resolve(RECEIPT), Done.class).map(Done::at).orElse(latest);
                latest = at.isAfter(latest) ? at : latest;
            }
        }
        return latest;
    }

    private static List<Path> files(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean areThere(Path home, List<String> files) {
        return files.stream().allMatch(name -> Files.isRegularFile(home.resolve(name)));
    }

    private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
