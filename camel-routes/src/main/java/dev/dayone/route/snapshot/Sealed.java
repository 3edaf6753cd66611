package dev.dayone.route.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** Values as a text that only the workspace's key opens: what resuming needs may be personal. */
public final class Sealed {
    private Sealed() {}

    /** The value sealed. */
    public static String write(Object value, WorkspaceKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.wrap(Json.MAPPER.writeValueAsBytes(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** The value that was sealed, or none under another key or for a text that is no such. */
    public static <T> Optional<T> read(String text, WorkspaceKey key, Class<T> type) {
        try {
            byte[] json = key.unwrap(Base64.getDecoder().decode(text));
            return Optional.of(Json.MAPPER.readValue(json, type));
        } catch (GeneralSecurityException | java.io.IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
