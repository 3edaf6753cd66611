package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.GuardedConnection;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.snapshot.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a database of itself and the account, and tries a write in the session that reads. */
final class SourceProbe {
    private static final int ROUND_TRIPS = 3;
    private static final int TABLES_TRIED = 3;

    private final JdbcSource source;

    SourceProbe(JdbcSource source) {
        this.source = source;
    }

    Probe probe() throws SQLException {
        // Before a connection is taken: there may be one only.
        List<TableSpec> tables = source.tables().values().stream()
                .filter(table -> table.facts().writeTriable())
                .limit(TABLES_TRIED)
                .toList();
        try (Connection connection = source.getConnection()) {
            long latency = latencyMillis(connection);
            Dialect dialect = source.dialect();
            Dialect.ProbeResult found = dialect.probe(connection, source.settings());
            return new Probe(
                    found.product(),
                    found.version(),
                    found.timeZone(),
                    found.account(),
                    canWrite(found.rights()),
                    found.rights().names(),
                    found.rights().remedies(),
                    "The session was set read-only on the server: "
                            + dialect.sessionSetup(Limits.DEFAULT).get(0) + ".",
                    attempt(connection, tables),
                    found.tls(),
                    latency);
        }
    }

    /** The quickest of a few round trips: the first one pays for loading classes. */
    private static long latencyMillis(Connection connection) throws SQLException {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUND_TRIPS; i++) {
            long start = System.nanoTime();
            Rows.of(connection, "SELECT 1", List.of(), row -> row.getInt(1));
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1_000_000;
    }

    private static @Nullable Boolean canWrite(Dialect.Rights rights) {
        if (!rights.names().isEmpty()) {
            return true;
        }
        return rights.complete() ? false : null;
    }

    private Probe.@Nullable WriteAttempt attempt(Connection connection, List<TableSpec> tables) throws SQLException {
        Probe.WriteAttempt attempt = null;
        for (TableSpec table : tables) {
            if (attempt == null && connection instanceof GuardedConnection guarded) {
                attempt = guarded.tryWrite(table.from(), source.dialect()::writeRefusal);
            }
        }
        return attempt;
    }
}
