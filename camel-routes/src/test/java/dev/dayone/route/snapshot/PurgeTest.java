package dev.dayone.route.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeTest {
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    Path folder;

    @Test
    void whatIsOlderThanItsTimeGoesButTheNewestCompleteOneStays() throws IOException {
        Workspace workspace = new Workspace(folder);
        snapshot(workspace, "p", Duration.ofDays(30), true);
        snapshot(workspace, "p", Duration.ofDays(10), true);
        snapshot(workspace, "p", Duration.ofHours(25), false);
        snapshot(workspace, "p", Duration.ofHours(23), false);
        snapshot(workspace, "other", Duration.ofDays(30), true);
        SnapshotFolder begun = SnapshotFolder.open(workspace, new SnapshotFolder.Begun("p", "new", "k", NOW));

        begun.purgeOthers(workspace, WEEK, NOW);

        assertThat(left(workspace))
                .containsExactlyInAnyOrder("p-10d complete", "p-23h broken off", "other-30d complete", "new");
    }

    @Test
    void aYoungerCompleteOneLetsTheOldGo() throws IOException {
        Workspace workspace = new Workspace(folder);
        snapshot(workspace, "p", Duration.ofDays(10), true);
        snapshot(workspace, "p", Duration.ofDays(2), true);
        SnapshotFolder begun = SnapshotFolder.open(workspace, new SnapshotFolder.Begun("p", "new", "k", NOW));

        begun.purgeOthers(workspace, WEEK, NOW);

        assertThat(left(workspace)).containsExactlyInAnyOrder("p-2d complete", "new");
    }

    @Test
    void theSnapshotBeingMadeStaysHoweverLongItTook() throws IOException {
        Workspace workspace = new Workspace(folder);
        SnapshotFolder begun = SnapshotFolder.open(workspace, new SnapshotFolder.Begun("p", "new", "k", NOW));

        begun.purgeOthers(workspace, WEEK, NOW.plus(Duration.ofDays(30)));

        assertThat(begun.path()).isDirectory();
    }

    private static void snapshot(Workspace workspace, String pilot, Duration age, boolean complete) throws IOException {
        Instant started = NOW.minus(age);
        Path made = Files.createDirectories(workspace.snapshotFolder(Workspace.newId(started)));
        String name = pilot + "-" + (age.toDays() > 1 ? age.toDays() + "d" : age.toHours() + "h");
        AtomicFile.write(
                made.resolve("sampling.json"), Json.write(new SnapshotFolder.Begun(pilot, name, "k", started)));
        Files.createDirectories(made.resolve("s/t"));
        Files.writeString(made.resolve("s/t/part-00000.parquet"), "rows");
        if (complete) {
            Files.writeString(made.resolve("manifest.json"), "{}");
        }
    }

    private static List<String> left(Workspace workspace) throws IOException {
        try (Stream<Path> folders = Files.list(workspace.snapshots())) {
            return folders.map(PurgeTest::name).toList();
        }
    }

    private static String name(Path snapshot) {
        try {
            SnapshotFolder.Begun begun = Json.MAPPER.readValue(
                    Files.readString(snapshot.resolve("sampling.json")), SnapshotFolder.Begun.class);
            if (begun.fingerprint().equals("new")) {
                return "new";
            }
            return begun.fingerprint()
                    + (Files.exists(snapshot.resolve("manifest.json")) ? " complete" : " broken off");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
