package dev.dayone.pilot.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The folder that dayone writes into, and nothing outside of it. Identifiers of snapshots and runs sort by time.
 *
 * <pre>
 * key                              the workspace's own key, mode 0600; none if DAYONE_KEY is set
 * keyring                          the keys that wrap the snapshots' data keys, sealed under it
 * lock                             held by the one command that writes
 * dayone.log                       what Spark and Camel say
 * snapshots/ID/manifest.json       written last
 * snapshots/ID/SOURCE/TABLE/part-*.parquet
 * runs/ID/report.json, report.html, summary.md, junit.xml, validations/
 * </pre>
 */
public record Workspace(Path root) {
    /** The name that a workspace has beside its pilot unless another is given. */
    public static final String DEFAULT_NAME = ".dayone";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** A new identifier for a snapshot or run begun at a time; its end is the millisecond and a digit at random. */
    public static String newId(Instant begun) {
        int digit = ThreadLocalRandom.current().nextInt(16);
        return TIME.format(begun) + String.format(Locale.ROOT, "-%03x%x", begun.toEpochMilli() % 1_000, digit);
    }

    /** The file of the workspace's key. */
    public Path keyFile() {
        return root.resolve("key");
    }

    /** The file of the keys that the workspace's key guards. */
    public Path keyRingFile() {
        return root.resolve("keyring");
    }

    /** The file whose lock is held while a command writes. */
    public Path lockFile() {
        return root.resolve("lock");
    }

    /** The log of Spark and Camel. */
    public Path logFile() {
        return root.resolve("dayone.log");
    }

    /** The folder of all snapshots. */
    public Path snapshots() {
        return root.resolve("snapshots");
    }

    /** The folder of all runs. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** The folder of one snapshot, complete or not. */
    public Path snapshotFolder(String id) {
        return snapshots().resolve(checkedId(id));
    }

    /** The folder of one run. */
    public Path runFolder(String id) {
        return runs().resolve(checkedId(id));
    }

    /** The complete snapshot of an identifier. Throws {@link BadRequestException} if there is none. */
    public Snapshot snapshot(String id) {
        Path manifest = snapshotFolder(id).resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            boolean begun = Files.isDirectory(snapshotFolder(id));
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNKNOWN,
                    "Cannot read snapshot '" + id + "' in '" + root + "': "
                            + (begun ? "it was broken off and is not whole" : "there is none of that name")
                            + ", expected a complete snapshot. "
                            + (begun
                                    ? "Run 'dayone sample' again: it resumes where it stopped."
                                    : "List the folder 'snapshots' there, or run 'dayone sample' first."));
        }
        return read(manifest);
    }

    /** The newest complete snapshot of a pilot. */
    public Optional<Snapshot> newestSnapshot(String pilot) {
        return newest(snapshots(), "manifest.json").stream()
                .map(this::read)
                .filter(snapshot -> snapshot.manifest().pilot().equals(pilot))
                .findFirst();
    }

    /** The youngest snapshot begun after another one and not complete. */
    public Optional<String> brokenOffAfter(String id) {
        return newest(snapshots(), "sampling.json").stream()
                .filter(file -> !Files.exists(file.resolveSibling("manifest.json")))
                .map(file -> String.valueOf(file.getName(file.getNameCount() - 2)))
                .filter(other -> other.compareTo(id) > 0)
                .findFirst();
    }

    /** The folders of the finished runs, newest first. */
    public List<Path> finishedRuns() {
        return newest(runs(), "report.json").stream()
                .map(file -> file.resolveSibling(".").normalize())
                .toList();
    }

    private Snapshot read(Path manifest) {
        String id = String.valueOf(manifest.getName(manifest.getNameCount() - 2));
        try {
            JsonNode json = Json.MAPPER.readTree(Files.readString(manifest, StandardCharsets.UTF_8));
            if (json.path("format").asInt() > Manifest.FORMAT) {
                throw new BadRequestException(
                        ErrorCode.SNAPSHOT_UNREADABLE,
                        "Cannot read snapshot '" + id + "': format "
                                + json.path("format").asInt() + ", expected " + Manifest.FORMAT
                                + " at most. Use a newer dayone.");
            }
            return new Snapshot(snapshotFolder(id), Json.MAPPER.treeToValue(json, Manifest.class));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNREADABLE,
                    "Cannot read snapshot '" + id + "': its manifest is not as dayone writes it. Sample again.",
                    e);
        }
    }

    private static List<Path> newest(Path folder, String file) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.resolve(file))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checkedId(String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,79}")) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot use identifier '" + id + "': expected letters, digits, '-' and '_'.");
        }
        return id;
    }
}
