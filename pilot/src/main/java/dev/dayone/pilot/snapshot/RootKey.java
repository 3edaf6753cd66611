package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 32 bytes whose holder can read a workspace: of the environment variable {@code DAYONE_KEY} if that is set, else of
 * the workspace's key file. It opens nothing but the key ring.
 */
final class RootKey {
    /** Names the variable that stands in the place of the key file. */
    static final String VARIABLE = "DAYONE_KEY";

    /** Names the variable that says where the key file lies, for whoever does not see the workspace. */
    static final String FILE_VARIABLE = "DAYONE_KEY_FILE";

    private final byte[] key;
    private final String place;

    private RootKey(byte[] key, String place) {
        this.key = key;
        this.place = place;
    }

    static RootKey random() {
        return new RootKey(AesGcm.newKey(), "new");
    }

    /** The key in a variable, or null if it is not set. Throws {@link BadRequestException} if it holds no key. */
    static @Nullable RootKey of(Map<String, String> environment, String variable) {
        String text = environment.get(variable);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new RootKey(parse(text), "the environment's " + variable);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNREADABLE,
                    "Cannot read the workspace's key in the environment's " + variable + ": not a key, expected "
                            + AesGcm.KEY_BYTES + " bytes in hex. Set it as 'openssl rand -hex 32' makes one.");
        }
    }

    /** The key of a workspace. Throws {@link BadRequestException} if there is none or it cannot be used. */
    static RootKey open(Workspace workspace, Map<String, String> environment) {
        RootKey given = of(environment, VARIABLE);
        if (given != null) {
            return given;
        }
        return read(workspace.keyFile());
    }

    /** The key of a workspace that is not at hand; its file may lie under another path here. */
    static RootKey openElsewhere(Workspace workspace, Map<String, String> environment) {
        RootKey given = of(environment, VARIABLE);
        if (given != null) {
            return given;
        }
        String file = environment.get(FILE_VARIABLE);
        return read(file == null || file.isBlank() ? workspace.keyFile() : Path.of(file));
    }

    private static RootKey read(Path file) {
        try {
            return new RootKey(parse(Files.readString(file, StandardCharsets.US_ASCII)), "'" + file + "'");
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestException(
                    ErrorCode.SNAPSHOT_UNREADABLE,
                    "Cannot read the workspace's key '" + file + "': missing or not as dayone writes it, expected "
                            + AesGcm.KEY_BYTES + " bytes in hex. Put the key back (or into the variable " + VARIABLE
                            + "), or remove the workspace's 'snapshots', 'key' and 'keyring' and sample again.");
        }
    }

    private static byte[] parse(String text) {
        byte[] key = HexFormat.of().parseHex(text.strip());
        if (key.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException(key.length + " bytes");
        }
        return key;
    }

    /** Tells this key from others; says nothing about it. */
    String id() {
        return HexFormat.of().formatHex(Hmac.of(key, "id"), 0, 8);
    }

    /** Where it was found, for messages. */
    String place() {
        return place;
    }

    /** As the key file holds it. */
    String text() {
        return HexFormat.of().formatHex(key);
    }

    byte[] seal(byte[] plain) {
        return AesGcm.seal(Hmac.of(key, "ring"), plain);
    }

    byte[] unseal(byte[] sealed) throws GeneralSecurityException {
        return AesGcm.open(Hmac.of(key, "ring"), sealed);
    }

    @Override
    public String toString() {
        return "RootKey[" + id() + "]";
    }
}
