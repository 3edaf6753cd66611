package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a workspace: it wraps the data keys of snapshots (AES-256-GCM) and keys the hashes of values
 * (HMAC-SHA256). It lies in a file of mode 0600, made on first use. Whoever loses it loses the snapshots.
 */
public final class WorkspaceKey {
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] wrapping;
    private final byte[] hashing;
    private final String id;

    private WorkspaceKey(byte[] key) {
        this.wrapping = hmac(key, "wrap");
        this.hashing = hmac(key, "hash");
        this.id = HexFormat.of().formatHex(hmac(key, "id"), 0, 8);
    }

    /** The key of a workspace, made now if there is none. Throws {@link BadRequestException} if it cannot be used. */
    public static WorkspaceKey openOrCreate(Workspace workspace) {
        Path file = workspace.keyFile();
        if (!Files.exists(file)) {
            try {
                create(workspace.root(), file);
            } catch (IOException e) {
                throw new BadRequestException(
                        ErrorCode.WORKSPACE_NOT_WRITABLE,
                        "Cannot write the workspace's key '" + file + "': "
                                + e.getClass().getSimpleName()
                                + ", expected a folder that can be written. Choose another with --workspace.",
                        e);
            }
        }
        return open(workspace);
    }

    /** The key of a workspace. Throws {@link BadRequestException} if there is none or it cannot be used. */
    public static WorkspaceKey open(Workspace workspace) {
        Path file = workspace.keyFile();
        try {
            byte[] key = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length != BYTES) {
                throw new IllegalArgumentException(key.length + " bytes");
            }
            return new WorkspaceKey(key);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNREADABLE,
                    "Cannot read the workspace's key '" + file + "': missing or not as dayone writes it, expected "
                            + BYTES + " bytes in hex. Put the key back, or remove the workspace's snapshots and the"
                            + " file and sample again.");
        }
    }

    private static void create(Path parent, Path file) throws IOException {
        Files.createDirectories(parent);
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        FileAttribute<?>[] attributes =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path temporary = Files.createTempFile(parent, ".key", ".tmp", attributes);
        try {
            Files.writeString(temporary, HexFormat.of().formatHex(key), StandardCharsets.US_ASCII);
            // A hard link fails if another process was first, where a move would replace that one's key.
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            // Another command made it a moment ago: that one is the key.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Tells this key from others; says nothing about it. */
    public String id() {
        return id;
    }

    /** Encrypts a data key; the result holds its nonce. */
    public byte[] wrap(byte[] dataKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(dataKey);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not to be had", e);
        }
    }

    /** Decrypts what {@link #wrap} made. Throws {@link GeneralSecurityException} under another key. */
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        if (wrapped.length <= NONCE_BYTES) {
            throw new GeneralSecurityException("A wrapped key of " + wrapped.length + " bytes");
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
    }

    /** The keyed hash of a value, trimmed and in lower case, as 32 hex digits: equal values have equal hashes. */
    public String hash(String value) {
        return HexFormat.of().formatHex(hmac(hashing, value.strip().toLowerCase(Locale.ROOT)), 0, 16);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(wrapping, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not to be had", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkspaceKey key && MessageDigest.isEqual(wrapping, key.wrapping);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "WorkspaceKey[" + id + "]";
    }
}
