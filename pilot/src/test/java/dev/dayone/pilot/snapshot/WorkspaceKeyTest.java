package dev.dayone.pilot.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceKeyTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> NONE = Map.of();

    @TempDir
    Path folder;

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone() throws IOException, GeneralSecurityException {
        Workspace workspace = new Workspace(folder.resolve("new"));
        WorkspaceKey key = WorkspaceKey.openOrCreate(workspace);

        for (Path file : List.of(workspace.keyFile(), workspace.keyRingFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(WorkspaceKey.openOrCreate(workspace)).isEqualTo(key);
        assertThat(WorkspaceKey.open(workspace).unwrap(key.id(), key.wrap(SECRET)))
                .isEqualTo(SECRET);
        assertThat(key.wrap(SECRET)).isNotEqualTo(key.wrap(SECRET));
        assertThat(key.hash(" Ann@Example.com "))
                .isEqualTo(key.hash("ann@example.com"))
                .hasSize(32);
        assertThat(key.toString()).doesNotContain(Files.readString(workspace.keyFile()));
        try (var files = Files.list(workspace.root())) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("key", "keyring");
        }
    }

    @Test
    void anotherWorkspacesKeyOpensNothing() {
        WorkspaceKey one = WorkspaceKey.openOrCreate(new Workspace(folder.resolve("one")));
        WorkspaceKey two = WorkspaceKey.openOrCreate(new Workspace(folder.resolve("two")));
        byte[] wrapped = one.wrap(SECRET);
        assertThatThrownBy(() -> two.unwrap(one.id(), wrapped)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> two.unwrap(two.id(), wrapped)).isInstanceOf(GeneralSecurityException.class);
        assertThat(one.hash("a")).isNotEqualTo(two.hash("a"));
    }

    @Test
    void aWrongATornAndAMissingKeyAreSaidToBeAndNeverReplaced() throws IOException {
        Workspace workspace = new Workspace(folder);
        WorkspaceKey.openOrCreate(workspace);
        Files.writeString(workspace.keyFile(), "0".repeat(64));
        assertThatThrownBy(() -> WorkspaceKey.openOrCreate(workspace))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is not the one that it was sealed under. Put the right key back");
        Files.writeString(workspace.keyFile(), "abc");
        assertThatThrownBy(() -> WorkspaceKey.openOrCreate(workspace))
                .hasMessageContaining("missing or not as dayone writes it");
        Files.delete(workspace.keyFile());
        assertThatThrownBy(() -> WorkspaceKey.openOrCreate(workspace))
                .hasMessageContaining("missing or not as dayone writes it");
        assertThat(workspace.keyFile()).doesNotExist();
    }

    @Test
    void aDamagedRingIsSaidToBe() throws IOException {
        Workspace workspace = new Workspace(folder);
        WorkspaceKey.openOrCreate(workspace);
        String ring = Files.readString(workspace.keyRingFile());
        int middle = ring.length() - 40;
        char other = ring.charAt(middle) == 'A' ? 'B' : 'A';
        Files.writeString(workspace.keyRingFile(), ring.substring(0, middle) + other + ring.substring(middle + 1));
        assertThatThrownBy(() -> WorkspaceKey.open(workspace)).hasMessageContaining("keyring': damaged");
        Files.writeString(workspace.keyRingFile(), "{");
        assertThatThrownBy(() -> WorkspaceKey.open(workspace)).hasMessageContaining("keyring': damaged");
    }

    @Test
    void aKeyOfTheEnvironmentLeavesNoKeyOnTheDisk() throws GeneralSecurityException {
        Workspace workspace = new Workspace(folder);
        Map<String, String> environment = Map.of("DAYONE_KEY", "ab".repeat(32));
        WorkspaceKey key = WorkspaceKey.openOrCreate(workspace, environment);

        assertThat(workspace.keyFile()).doesNotExist();
        assertThat(WorkspaceKey.open(workspace, environment).unwrap(key.id(), key.wrap(SECRET)))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> WorkspaceKey.open(workspace, Map.of("DAYONE_KEY", "cd".repeat(32))))
                .hasMessageContaining("the key in the environment's DAYONE_KEY is not the one")
                .hasMessageNotContaining("cdcd");
        assertThatThrownBy(() -> WorkspaceKey.open(workspace, Map.of("DAYONE_KEY", "zzzz")))
                .hasMessageContaining("Cannot read the workspace's key in the environment's DAYONE_KEY: not a key")
                .hasMessageNotContaining("zzzz");
    }

    @Test
    void afterARotationTheFormerKeyOpensNothingAndWhatItWrappedIsStillRead()
            throws IOException, GeneralSecurityException {
        Workspace workspace = new Workspace(folder);
        WorkspaceKey before = WorkspaceKey.openOrCreate(workspace);
        byte[] wrapped = before.wrap(SECRET);
        String former = Files.readString(workspace.keyFile());

        KeyRotation.Done done = KeyRotation.rotate(workspace);

        WorkspaceKey after = WorkspaceKey.open(workspace);
        assertThat(after).isEqualTo(done.key());
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.unwrap(before.id(), wrapped)).isEqualTo(SECRET);
        assertThat(after.unwrap(after.id(), after.wrap(SECRET))).isEqualTo(SECRET);
        assertThat(after.hash("ann@example.com")).isEqualTo(before.hash("ann@example.com"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.keyFile())))
                .isEqualTo("rw-------");

        Files.writeString(workspace.keyFile(), former);
        assertThatThrownBy(() -> WorkspaceKey.open(workspace)).hasMessageContaining("sealed under");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRotationThatIsKilledBetweenTwoStepsLosesNoSnapshot(int steps) throws IOException, GeneralSecurityException {
        Workspace workspace = new Workspace(folder);
        WorkspaceKey before = WorkspaceKey.openOrCreate(workspace);
        byte[] wrapped = before.wrap(SECRET);

        for (KeyRotation.Step step : KeyRotation.steps(workspace, NONE).subList(0, steps)) {
            step.run();
        }

        WorkspaceKey after = WorkspaceKey.openOrCreate(workspace);
        assertThat(after.unwrap(before.id(), wrapped)).isEqualTo(SECRET);
        assertThat(KeyRotation.rotate(workspace).key().unwrap(before.id(), wrapped))
                .isEqualTo(SECRET);
        try (var files = Files.list(workspace.root())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void theKeyMovesToTheEnvironmentAndIsRotatedThere() throws GeneralSecurityException {
        Workspace workspace = new Workspace(folder);
        WorkspaceKey before = WorkspaceKey.openOrCreate(workspace);
        byte[] wrapped = before.wrap(SECRET);
        String first = "ab".repeat(32);
        String second = "cd".repeat(32);

        assertThat(KeyRotation.rotate(workspace, Map.of("DAYONE_NEW_KEY", first))
                        .place())
                .isEqualTo("DAYONE_KEY");
        assertThat(workspace.keyFile()).doesNotExist();
        KeyRotation.rotate(workspace, Map.of("DAYONE_KEY", first, "DAYONE_NEW_KEY", second));

        assertThat(WorkspaceKey.open(workspace, Map.of("DAYONE_KEY", second)).unwrap(before.id(), wrapped))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> WorkspaceKey.open(workspace, Map.of("DAYONE_KEY", first)))
                .hasMessageContaining("sealed under");
        assertThatThrownBy(() -> KeyRotation.rotate(workspace, Map.of("DAYONE_KEY", second)))
                .hasMessageContaining("no DAYONE_NEW_KEY, expected the new key there");
        assertThatThrownBy(() -> KeyRotation.rotate(workspace, Map.of("DAYONE_KEY", second, "DAYONE_NEW_KEY", second)))
                .hasMessageContaining("holds the one that is in use");
    }

    @Test
    void aWorkspaceWithoutAKeyHasNothingToRotate() {
        assertThatThrownBy(() -> KeyRotation.rotate(new Workspace(folder)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Cannot read the workspace's key");
        assertThat(folder).isEmptyDirectory();
    }
}
