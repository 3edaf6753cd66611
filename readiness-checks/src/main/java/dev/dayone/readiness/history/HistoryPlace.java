package dev.dayone.readiness.history;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Workspace;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a history is kept. {@link #toString()} tells no login.
 *
 * @param url of JDBC
 */
public record HistoryPlace(String url, String username, String password) {
    private static final String EMBEDDED = "jdbc:h2:file:";

    /** A driver's other properties may name classes to load: a pilot is data, never code. */
    private static final Pattern POSTGRESQL = Pattern.compile(
            "jdbc:postgresql://[A-Za-z0-9._:,\\[\\]-]+/[A-Za-z0-9_.%-]+(\\?sslmode=(disable|allow|prefer|require|verify-ca|verify-full))?");

    /** The file {@code history.mv.db} in a workspace. */
    public static HistoryPlace in(Workspace workspace) {
        String path =
                workspace.root().resolve("history").toAbsolutePath().normalize().toString();
        return new HistoryPlace(EMBEDDED + path + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=20", "dayone", "");
    }

    /**
     * The database that resolved parameters name ({@code url}, {@code username}, {@code password}); the workspace's file
     * if they name none. Throws {@link BadRequestException} PARAMETER_INVALID.
     */
    public static HistoryPlace of(Map<String, String> parameters, Workspace workspace) {
        String url = parameters.get("url");
        if (url == null) {
            return in(workspace);
        }
        if (!POSTGRESQL.matcher(url).matches()) {
            throw new BadRequestException(
                    ErrorCode.PARAMETER_INVALID,
                    "Cannot use parameter 'url' in 'history': it is no plain address of PostgreSQL, expected"
                            + " jdbc:postgresql://HOST:PORT/DATABASE, with ?sslmode=... at most. Correct it.");
        }
        return new HistoryPlace(url, parameters.getOrDefault("username", ""), parameters.getOrDefault("password", ""));
    }

    boolean embedded() {
        return url.startsWith(EMBEDDED);
    }

    /** In words, without a login. */
    public String told() {
        return embedded()
                ? url.substring(EMBEDDED.length()).replaceFirst(";DB_CLOSE.*", "") + ".mv.db"
                : url.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return told();
    }
}
