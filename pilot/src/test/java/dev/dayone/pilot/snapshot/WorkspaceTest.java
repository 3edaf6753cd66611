package dev.dayone.pilot.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
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
    void aSnapshotIsThereOnceItsManifestIs() throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.snapshotFolder("20260101-000000-aaaa"));
        assertThat(workspace.newestSnapshot("p")).isEmpty();
        assertThatThrownBy(() -> workspace.snapshot("20260101-000000-aaaa"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no manifest, expected a complete snapshot");

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
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException, GeneralSecurityException {
        Workspace workspace = new Workspace(folder.resolve("new"));
        WorkspaceKey key = WorkspaceKey.openOrCreate(workspace);
        byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.keyFile())))
                .isEqualTo("rw-------");
        assertThat(WorkspaceKey.openOrCreate(workspace)).isEqualTo(key);
        assertThat(WorkspaceKey.open(workspace).unwrap(key.wrap(secret))).isEqualTo(secret);
        assertThat(key.wrap(secret)).isNotEqualTo(key.wrap(secret));
        assertThat(key.hash(" Ann@Example.com "))
                .isEqualTo(key.hash("ann@example.com"))
                .hasSize(32);
        assertThat(key.toString()).doesNotContain(Files.readString(workspace.keyFile()));
        try (var files = Files.list(workspace.root())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("key");
        }
    }

    @Test
    void anotherKeyOpensNothing() {
        WorkspaceKey one = WorkspaceKey.openOrCreate(new Workspace(folder.resolve("one")));
        WorkspaceKey two = WorkspaceKey.openOrCreate(new Workspace(folder.resolve("two")));
        byte[] wrapped = one.wrap(new byte[16]);
        assertThatThrownBy(() -> two.unwrap(wrapped)).isInstanceOf(GeneralSecurityException.class);
        assertThat(one.hash("a")).isNotEqualTo(two.hash("a"));
    }

    @Test
    void aTornKeyIsSaidToBe() throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.writeString(workspace.keyFile(), "abc");
        assertThatThrownBy(() -> WorkspaceKey.openOrCreate(workspace))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("missing or not as dayone writes it");
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
