package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The opened keys of a workspace: they wrap the data keys of snapshots (AES-256-GCM) and key the hashes of values
 * (HMAC-SHA256). They lie in the key ring, sealed under the workspace's own key: a file of mode 0600, made on first use,
 * or the environment variable {@code DAYONE_KEY}. Whoever loses it loses the snapshots. See {@link KeyRotation}.
 */
public final class WorkspaceKey {
    private final KeyRing ring;

    WorkspaceKey(KeyRing ring) {
        this.ring = ring;
    }

    /** The keys of a workspace, made now if there are none. Throws {@link BadRequestException} if they cannot be used. */
    public static WorkspaceKey openOrCreate(Workspace workspace) {
        return openOrCreate(workspace, System.getenv());
    }

    static WorkspaceKey openOrCreate(Workspace workspace, Map<String, String> environment) {
        // A ring without its key is no new workspace: to make another key would lose the snapshots for good.
        if (!Files.exists(workspace.keyRingFile())) {
            try {
                if (RootKey.of(environment, RootKey.VARIABLE) == null && !Files.exists(workspace.keyFile())) {
                    PrivateFile.create(workspace.keyFile(), RootKey.random().text());
                }
                RootKey root = RootKey.open(workspace, environment);
                PrivateFile.create(workspace.keyRingFile(), KeyRing.fresh().sealedUnder(root));
            } catch (IOException e) {
                throw notWritten(workspace, e);
            }
        }
        return open(workspace, environment);
    }

    /** The keys of a workspace. Throws {@link BadRequestException} if there are none or they cannot be used. */
    public static WorkspaceKey open(Workspace workspace) {
        return open(workspace, System.getenv());
    }

    static WorkspaceKey open(Workspace workspace, Map<String, String> environment) {
        return new WorkspaceKey(KeyRing.open(workspace, RootKey.open(workspace, environment)));
    }

    /** The keys of a workspace as they lie on disk: of no use to anybody who does not have the workspace's own key. */
    public static String sealed(Workspace workspace) {
        try {
            return Files.readString(workspace.keyRingFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw KeyRing.broken(workspace.keyRingFile(), "missing or not readable");
        }
    }

    /**
     * The {@link #sealed} keys of a workspace that is not at hand. They are opened by the environment's {@code DAYONE_KEY},
     * else by the file that its {@code DAYONE_KEY_FILE} names, else by the workspace's key file, wherever that is seen.
     */
    public static WorkspaceKey open(Workspace workspace, String sealed) {
        return open(workspace, sealed, System.getenv());
    }

    static WorkspaceKey open(Workspace workspace, String sealed, Map<String, String> environment) {
        return new WorkspaceKey(
                KeyRing.open(sealed, workspace.keyRingFile(), RootKey.openElsewhere(workspace, environment)));
    }

    static BadRequestException notWritten(Workspace workspace, IOException cause) {
        return new BadRequestException(
                ErrorCode.WORKSPACE_NOT_WRITABLE,
                "Cannot write the workspace's key into '" + workspace.root() + "': "
                        + cause.getClass().getSimpleName()
                        + ", expected a folder that can be written. Choose another with --workspace.",
                cause);
    }

    /** Names the key under which data keys are wrapped now; says nothing about it. */
    public String id() {
        return ring.active();
    }

    /** Encrypts a data key under the key of {@link #id()}; the result holds its nonce. */
    public byte[] wrap(byte[] dataKey) {
        return AesGcm.seal(secret(id()), dataKey);
    }

    /** Encrypts bytes for a place: they cannot be passed off as those of another. */
    public byte[] seal(byte[] plain, byte[] place) {
        return AesGcm.seal(secret(id()), plain, place);
    }

    /** Decrypts what {@link #seal} made for a place under the key of an identifier. */
    public byte[] open(String id, byte[] sealed, byte[] place) throws GeneralSecurityException {
        return AesGcm.open(known(id), sealed, place);
    }

    /** Decrypts what {@link #wrap} made under the key of {@link #id()}. Throws if it was made under another. */
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        return unwrap(id(), wrapped);
    }

    /** Decrypts what {@link #wrap} made under the key of an identifier. Throws if that key is not of this workspace. */
    public byte[] unwrap(String id, byte[] wrapped) throws GeneralSecurityException {
        return AesGcm.open(known(id), wrapped);
    }

    private byte[] known(String id) throws GeneralSecurityException {
        if (!ring.keys().containsKey(id)) {
            throw new GeneralSecurityException("Another workspace's key");
        }
        return secret(id);
    }

    /** The keyed hash of a value, trimmed and in lower case, as 32 hex digits: equal values have equal hashes. */
    public String hash(String value) {
        byte[] key = HexFormat.of().parseHex(ring.hashing());
        return HexFormat.of().formatHex(Hmac.of(key, value.strip().toLowerCase(Locale.ROOT)), 0, 16);
    }

    private byte[] secret(String id) {
        return HexFormat.of().parseHex(String.valueOf(ring.keys().get(id)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkspaceKey key && ring.equals(key.ring);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "WorkspaceKey[" + id() + "]";
    }
}
