package dev.dayone.route.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.FileName;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot being made. {@code sampling.json} says for which pilot and rows; each finished table has its
 * {@code table.json}; {@code manifest.json} comes last of all and makes it a snapshot.
 */
public final class SnapshotFolder {
    /** How long a broken-off snapshot is taken up again. */
    static final Duration RESUMED_FOR = Duration.ofHours(24);

    private static final String BEGUN = "sampling.json";
    private static final String TABLE = "table.json";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Begun begun;

    private SnapshotFolder(Path folder, Begun begun) {
        this.folder = folder;
        this.begun = begun;
    }

    /** What a snapshot is begun for. */
    public record Begun(String pilot, String fingerprint, String keyId, Instant startedAt) {}

    /** The youngest broken-off snapshot of the same pilot, rows and key, or a new one. */
    public static SnapshotFolder open(Workspace workspace, Begun wanted) {
        return Guarded.io(workspace.snapshots(), () -> {
            Files.createDirectories(workspace.snapshots());
            for (Path folder : folders(workspace)) {
                Begun found = begun(folder).orElse(null);
                if (found != null
                        && !Files.exists(folder.resolve(MANIFEST))
                        && found.pilot().equals(wanted.pilot())
                        && found.fingerprint().equals(wanted.fingerprint())
                        && found.keyId().equals(wanted.keyId())
                        && found.startedAt().plus(RESUMED_FOR).isAfter(wanted.startedAt())) {
                    return new SnapshotFolder(folder, found);
                }
            }
            Path folder = workspace.snapshotFolder(Workspace.newId(wanted.startedAt()));
            Files.createDirectory(folder);
            AtomicFile.write(folder.resolve(BEGUN), Json.write(wanted));
            return new SnapshotFolder(folder, wanted);
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
        Path file = folder.resolve(tableFolder(table)).resolve(TABLE);
        return Guarded.io(folder, () -> {
                    if (!Files.isRegularFile(file)) {
                        return Optional.<TableManifest>empty();
                    }
                    TableManifest manifest =
                            Json.MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), TableManifest.class);
                    boolean whole =
                            manifest.files().stream().allMatch(name -> Files.isRegularFile(file.resolveSibling(name)));
                    return whole ? Optional.of(manifest) : Optional.<TableManifest>empty();
                })
                .orElse(null);
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

    /** Makes it a snapshot. */
    public void complete(Manifest manifest) {
        write(folder.resolve(MANIFEST), Json.write(manifest));
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
                boolean old = of.startedAt().plus(kept).isBefore(now);
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
        Path file = folder.resolve(BEGUN);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), Begun.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Names what keeps files from being written. */
    private static final class Guarded {
        interface Action<T> {
            T run() throws IOException;
        }

        static <T> T io(Path place, Action<T> action) {
            try {
                return action.run();
            } catch (IOException e) {
                String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
                if (said.contains("no space left") || said.contains("quota exceeded")) {
                    throw new LimitExceededException(
                            ErrorCode.DISK_FULL,
                            "Cannot write the snapshot into '" + place + "': the disk is full, expected room for the"
                                    + " sample. Free some, or choose another place with --workspace, and run again.",
                            e);
                }
                throw new dev.dayone.pilot.error.BadRequestException(
                        ErrorCode.WORKSPACE_NOT_WRITABLE,
                        "Cannot use '" + place + "': " + e.getClass().getSimpleName()
                                + ", expected a folder that can be written. Choose another with --workspace.",
                        e);
            }
        }
    }
}
