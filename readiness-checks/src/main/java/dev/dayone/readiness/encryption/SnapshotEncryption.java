package dev.dayone.readiness.encryption;

import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.util.Map;
import org.apache.parquet.crypto.keytools.PropertiesDrivenCryptoFactory;

/**
 * The Hadoop settings under which Parquet files of a workspace are written and read: every part of a file, footer
 * included, in AES-GCM; each file under a data key of its own, wrapped by the workspace's key.
 */
public final class SnapshotEncryption {
    static final String WORKSPACE = "dayone.workspace";

    static final String SEALED_KEYS = "dayone.workspace.keyring";

    private SnapshotEncryption() {}

    /**
     * Settings to read with. For Spark, each name takes the prefix {@code spark.hadoop.} or stands as an option. Throws
     * {@link dev.dayone.pilot.error.BadRequestException} if the workspace has no usable key.
     */
    public static Map<String, String> readSettings(Workspace workspace) {
        return Map.of(
                "parquet.crypto.factory.class",
                PropertiesDrivenCryptoFactory.class.getName(),
                "parquet.encryption.kms.client.class",
                WorkspaceKms.class.getName(),
                WORKSPACE,
                workspace.root().toString(),
                // Parquet keeps a key service a token for the life of the JVM: without one of its own, a workspace
                // would
                // be served by another's key, or by its own of before.
                "parquet.encryption.key.access.token",
                WorkspaceKey.open(workspace).id() + "@" + workspace.root());
    }

    /** Settings to read with where the workspace is not seen: with its key ring, which is sealed under its own key. */
    public static Map<String, String> readElsewhere(Workspace workspace) {
        Map<String, String> settings = new java.util.HashMap<>(readSettings(workspace));
        settings.put(SEALED_KEYS, WorkspaceKey.sealed(workspace));
        return Map.copyOf(settings);
    }

    /** Settings to write with. {@code keyId} is that of the workspace's key. */
    public static Map<String, String> writeSettings(Workspace workspace, String keyId) {
        Map<String, String> settings = new java.util.HashMap<>(readSettings(workspace));
        settings.put("parquet.encryption.uniform.key", keyId);
        // One wrapping a file instead of a key between: the workspace's key is at hand, no remote service is asked.
        settings.put("parquet.encryption.double.wrapping", "false");
        return Map.copyOf(settings);
    }
}
