package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new key in the place of a workspace's own: the key ring is sealed anew, so that the former key opens nothing any
 * more, and snapshots to come are wrapped under a new key of the ring. No snapshot is rewritten. The key of hashes stays,
 * so that hashed columns compare over time.
 *
 * <p>The caller holds the workspace's lock. After each step either the former or the new key opens every snapshot.
 */
public final class KeyRotation {
    /** Names the variable that gives the new key; without it one is made for the key file. */
    public static final String NEXT = "DAYONE_NEW_KEY";

    private final Workspace workspace;
    private final RootKey former;
    private final RootKey next;
    private final KeyRing ring;
    private final @Nullable RootKey given;

    private KeyRotation(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.former = RootKey.open(workspace, environment);
        this.ring = KeyRing.open(workspace, former).withNewActive();
        this.given = RootKey.of(environment, NEXT);
        if (given == null && RootKey.of(environment, RootKey.VARIABLE) != null) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot rotate the key in the environment's " + RootKey.VARIABLE + ": no " + NEXT
                            + ", expected the new key there. Set it as 'openssl rand -hex 32' makes one.");
        }
        this.next = given == null ? RootKey.random() : given;
        if (next.id().equals(former.id())) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot rotate the workspace's key: " + NEXT + " holds the one that is in use, expected another.");
        }
    }

    /** What it was done to, and where the new key is. */
    public record Done(WorkspaceKey key, String place) {}

    /** Rotates. Throws {@link BadRequestException} if there is no key, or it does not open the ring. */
    public static Done rotate(Workspace workspace) {
        return rotate(workspace, System.getenv());
    }

    static Done rotate(Workspace workspace, Map<String, String> environment) {
        KeyRotation rotation = new KeyRotation(workspace, environment);
        try {
            for (Step step : rotation.steps()) {
                step.run();
            }
        } catch (IOException e) {
            throw WorkspaceKey.notWritten(workspace, e);
        }
        String place = rotation.given == null ? workspace.keyFile().toString() : RootKey.VARIABLE;
        return new Done(new WorkspaceKey(rotation.ring), place);
    }

    /** One change of a file: done whole or not at all. */
    interface Step {
        void run() throws IOException;
    }

    /** The steps of a rotation, for whoever tries what a crash between two of them leaves. */
    static List<Step> steps(Workspace workspace, Map<String, String> environment) {
        return new KeyRotation(workspace, environment).steps();
    }

    private List<Step> steps() {
        return List.of(
                () -> PrivateFile.replace(workspace.keyRingFile(), ring.sealedUnder(former, next)),
                this::placeKey,
                () -> PrivateFile.replace(workspace.keyRingFile(), ring.sealedUnder(next)));
    }

    private void placeKey() throws IOException {
        if (given == null) {
            PrivateFile.replace(workspace.keyFile(), next.text());
        } else {
            // The environment holds the key from now on: a key file beside it would open nothing.
            Files.deleteIfExists(workspace.keyFile());
        }
    }
}
