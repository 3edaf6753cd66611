package dev.dayone.readiness.encryption;

import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.crypto.keytools.KmsClient;
import org.jspecify.annotations.Nullable;

/** Parquet's key service over the workspace's key file. Parquet makes one by reflection, then calls it from threads. */
public final class WorkspaceKms implements KmsClient {
    private @Nullable WorkspaceKey key;

    @Override
    public void initialize(Configuration configuration, String instanceId, String instanceUrl, String accessToken) {
        Workspace workspace = new Workspace(Path.of(configuration.get(SnapshotEncryption.WORKSPACE)));
        String sealed = configuration.get(SnapshotEncryption.SEALED_KEYS);
        key = sealed == null ? WorkspaceKey.open(workspace) : WorkspaceKey.open(workspace, sealed);
    }

    @Override
    public String wrapKey(byte[] keyBytes, String masterKeyId) {
        WorkspaceKey opened = opened();
        if (!opened.id().equals(masterKeyId)) {
            throw new ParquetCryptoRuntimeException("The workspace's key is not the one to write with");
        }
        return Base64.getEncoder().encodeToString(opened.wrap(keyBytes));
    }

    @Override
    public byte[] unwrapKey(String wrappedKey, String masterKeyId) {
        try {
            return opened().unwrap(masterKeyId, Base64.getDecoder().decode(wrappedKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new ParquetCryptoRuntimeException("The workspace's key does not open this file", e);
        }
    }

    private WorkspaceKey opened() {
        if (key == null) {
            throw new ParquetCryptoRuntimeException("The workspace's key was not opened");
        }
        return key;
    }
}
