package dev.dayone.connector.guard;

import dev.dayone.pilot.snapshot.Probe;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection of a {@link GuardedDataSource}. */
public interface GuardedConnection extends Connection {
    /** Where this connection's statements are counted. */
    StatementLog log();

    /** Tries a write that touches no row, see {@link WriteAttempts}; null: the answer proves nothing. */
    Probe.@Nullable WriteAttempt tryWrite(String quotedTable, WriteAttempts.Refusals refusals) throws SQLException;
}
