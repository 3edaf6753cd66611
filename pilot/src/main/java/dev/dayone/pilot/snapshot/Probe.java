package dev.dayone.pilot.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of itself and of the account that dayone uses.
 *
 * @param canWrite whether the account could change data or structure; null: the source does not tell
 * @param writeRights what it could write, in the source's words, such as {@code INSERT on public.contacts}; cut to a
 *     few
 * @param readOnlySession how the session was made read-only, in a sentence
 */
public record Probe(
        String product,
        String version,
        String timeZone,
        String account,
        @Nullable Boolean canWrite,
        List<String> writeRights,
        String readOnlySession,
        long latencyMillis) {
    public Probe {
        writeRights = List.copyOf(writeRights);
    }
}
