package dev.dayone.pilot.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of itself and of the account that dayone uses.
 *
 * @param canWrite whether the account could change data or structure; null: the source does not tell
 * @param writeRights what it could write, in the source's words, such as {@code INSERT on public.contacts}; cut to a
 *     few
 * @param remedies the statements that take those rights away, for the administrator to run
 * @param readOnlySession how the session was made read-only, in a sentence
 * @param writeAttempt the write that was tried, and what became of it; null: none could be tried
 * @param readsOnly whether dayone itself has no way to send this source a write, whatever the account may do: true of
 *     APIs, which are sent GET and the searches of their connector alone
 * @param tls how the connection is encrypted, such as {@code TLSv1.3}; {@code none} if it is not
 */
public record Probe(
        String product,
        String version,
        String timeZone,
        String account,
        @Nullable Boolean canWrite,
        List<String> writeRights,
        List<String> remedies,
        String readOnlySession,
        @Nullable WriteAttempt writeAttempt,
        boolean readsOnly,
        String tls,
        long latencyMillis) {
    /** Stands for a version or an account that the source does not tell. */
    public static final String UNKNOWN = "unknown";

    public Probe {
        writeRights = List.copyOf(writeRights);
        remedies = remedies == null ? List.of() : List.copyOf(remedies);
    }

    /** What a source says that dayone has a way to send writes to. */
    public Probe(
            String product,
            String version,
            String timeZone,
            String account,
            @Nullable Boolean canWrite,
            List<String> writeRights,
            List<String> remedies,
            String readOnlySession,
            @Nullable WriteAttempt writeAttempt,
            String tls,
            long latencyMillis) {
        this(
                product,
                version,
                timeZone,
                account,
                canWrite,
                writeRights,
                remedies,
                readOnlySession,
                writeAttempt,
                false,
                tls,
                latencyMillis);
    }

    /** What a source of which only rights and sessions are known says. */
    public Probe(
            String product,
            String version,
            String timeZone,
            String account,
            @Nullable Boolean canWrite,
            List<String> writeRights,
            String readOnlySession,
            long latencyMillis) {
        this(
                product,
                version,
                timeZone,
                account,
                canWrite,
                writeRights,
                List.of(),
                readOnlySession,
                null,
                "unknown",
                latencyMillis);
    }

    /** The product, with its version where the source tells it. */
    public String server() {
        return version.equals(UNKNOWN) ? product : (product + " " + version).strip();
    }

    /**
     * A write that touches no row, tried in the session that reads, in a transaction that is always rolled back.
     *
     * @param statement its shape
     * @param refused whether the server refused it, as it must
     * @param answer the server's reason in a few words, such as {@code read-only transaction (SQL state 25006)}
     */
    public record WriteAttempt(String statement, boolean refused, String answer) {}
}
