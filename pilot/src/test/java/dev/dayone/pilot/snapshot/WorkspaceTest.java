package dev.dayone.pilot.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    @TempDir
    Path folder;

    @Test
    void identifiersSortByTimeWithinASecondToo() {
        Instant begun = Instant.parse("2026-01-31T23:59:59.007Z");
        for (int i = 0; i < 50; i++) {
            assertThat(Workspace.newId(begun)).matches("20260131-235959-007[0-9a-f]");
            assertThat(Workspace.newId(begun)).isLessThan(Workspace.newId(begun.plusMillis(1)));
        }
    }

    @Test
    void aSnapshotIsThereOnceItsManifestIs() throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.snapshotFolder("20260101-000000-aaaa"));
        assertThat(workspace.newestSnapshot("p")).isEmpty();
        assertThatThrownBy(() -> workspace.snapshot("20260101-000000-aaaa"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("it was broken off and is not whole, expected a complete snapshot");
        assertThatThrownBy(() -> workspace.snapshot("20260101-000000-bbbb"))
                .hasMessageContaining("there is none of that name, expected a complete snapshot");

        manifest(workspace, "20260101-000000-aaaa", "p");
        manifest(workspace, "20260102-000000-aaaa", "p");
        manifest(workspace, "20260103-000000-aaaa", "other");

        assertThat(workspace.newestSnapshot("p").orElseThrow().manifest().id()).isEqualTo("20260102-000000-aaaa");
        assertThat(workspace.snapshot("20260103-000000-aaaa").manifest().pilot())
                .isEqualTo("other");
    }

    @Test
    void refusesManifestsOfALaterFormatAndTornOnes() throws IOException {
        Workspace workspace = new Workspace(folder);
        Path manifest = Files.createDirectories(workspace.snapshotFolder("a")).resolve("manifest.json");
        Files.writeString(manifest, "{\"format\": 99}");
        assertThatThrownBy(() -> workspace.snapshot("a")).hasMessageContaining("format 99, expected 1 at most");
        Files.writeString(manifest, "{\"format\": 1, \"id\":");
        assertThatThrownBy(() -> workspace.snapshot("a")).hasMessageContaining("not as dayone writes it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "", ".", "a b"})
    void identifiersDoNotLeadOutOfTheWorkspace(String id) {
        assertThatThrownBy(() -> new Workspace(folder).snapshotFolder(id)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void fileNamesAreSafeAndDistinct() {
        List<String> names = List.of(
                "tickets", "Tickets", "TICKETS", "a/b", "a\\b", "..", "", "билеты", "票", "a b", "x".repeat(300));
        Set<String> files = names.stream().map(FileName::of).collect(Collectors.toSet());
        assertThat(files).hasSameSizeAs(names).allMatch(name -> name.matches("[a-z0-9][a-z0-9_-]{0,90}"));
        assertThat(FileName.of("tickets")).isEqualTo("tickets");
    }

    private static void manifest(Workspace workspace, String id, String pilot) throws IOException {
        Manifest manifest =
                new Manifest(Manifest.FORMAT, id, pilot, "f", "0", "k", Instant.EPOCH, Instant.EPOCH, Map.of());
        Files.createDirectories(workspace.snapshotFolder(id));
        AtomicFile.write(workspace.snapshotFolder(id).resolve("manifest.json"), Json.write(manifest));
    }
}
