package dev.dayone.pilot.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The keys that the workspace's own key guards: those that wrap the data keys of snapshots, of which the active one is
 * used for new snapshots, and the one of hashes. Its file holds it sealed, once for each root key that may open it.
 *
 * @param keys in hex, by identifier
 * @param hashing in hex
 */
record KeyRing(String active, Map<String, String> keys, String hashing) {
    private static final int FORMAT = 1;

    KeyRing {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    private record Sealed(int format, Map<String, String> sealed) {}

    static KeyRing fresh() {
        return new KeyRing("", Map.of(), HexFormat.of().formatHex(AesGcm.newKey())).withNewActive();
    }

    /** The same ring with one more key, for the snapshots to come. */
    KeyRing withNewActive() {
        byte[] key = AesGcm.newKey();
        String id = HexFormat.of().formatHex(Hmac.of(key, "id"), 0, 8);
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(id, HexFormat.of().formatHex(key));
        return new KeyRing(id, more, hashing);
    }

    /** The ring's file. */
    String sealedUnder(RootKey... roots) {
        byte[] plain = Json.write(this).getBytes(StandardCharsets.UTF_8);
        Map<String, String> sealed = new LinkedHashMap<>();
        for (RootKey root : roots) {
            sealed.put(root.id(), Base64.getEncoder().encodeToString(root.seal(plain)));
        }
        return Json.write(new Sealed(FORMAT, sealed));
    }

    /** The ring of a workspace. Throws {@link BadRequestException} if the key does not open it. */
    static KeyRing open(Workspace workspace, RootKey root) {
        Path file = workspace.keyRingFile();
        try {
            return open(Files.readString(file, StandardCharsets.UTF_8), file, root);
        } catch (IOException e) {
            throw broken(file, "missing or not readable");
        }
    }

    /** The ring of a text as its file has it; {@code file}: where that lies, for messages. */
    static KeyRing open(String text, Path file, RootKey root) {
        try {
            Sealed ring = Json.MAPPER.readValue(text, Sealed.class);
            String sealed = ring.sealed().get(root.id());
            if (sealed == null) {
                throw new BadRequestException(
                        ErrorCode.SNAPSHOT_UNREADABLE,
                        "Cannot open the workspace's key ring '" + file + "': the key in " + root.place()
                                + " is not the one that it was sealed under. Put the right key back, or use the"
                                + " workspace that this key belongs to.");
            }
            byte[] plain = root.unseal(Base64.getDecoder().decode(sealed));
            return Json.MAPPER.readValue(new String(plain, StandardCharsets.UTF_8), KeyRing.class);
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
            throw broken(file, "damaged");
        }
    }

    static BadRequestException broken(Path file, String found) {
        return new BadRequestException(
                ErrorCode.SNAPSHOT_UNREADABLE,
                "Cannot open the workspace's key ring '" + file + "': " + found
                        + ", expected it as dayone writes it. Put it back, or remove the workspace's 'snapshots', 'key'"
                        + " and 'keyring' and sample again.");
    }

    @Override
    public String toString() {
        return "KeyRing[" + active + "]";
    }
}
