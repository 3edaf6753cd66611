package dev.dayone.connector.guard;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/**
 * Hands out connections on which every statement passes a {@link StatementGuard} and is written to a
 * {@link StatementLog}. What could go round the guard (unwrapping, batches, updates, callable statements, leaving
 * read-only mode) is refused.
 */
public final class GuardedDataSource extends OneAccountDataSource {
    private final DataSource source;
    private final StatementGuard guard;
    private final StatementLog log;
    private final ToIntFunction<String> fetchRows;

    /** Guards a source; {@code fetchRows}: how many rows of a statement's answer may be held at once. */
    public GuardedDataSource(
            DataSource source, StatementGuard guard, StatementLog log, ToIntFunction<String> fetchRows) {
        this.source = source;
        this.guard = guard;
        this.log = log;
        this.fetchRows = fetchRows;
    }

    @Override
    public Connection getConnection() throws SQLException {
        GuardedSession session = new GuardedSession(source.getConnection(), guard, log, fetchRows);
        return (Connection) Proxy.newProxyInstance(
                GuardedDataSource.class.getClassLoader(), new Class<?>[] {GuardedConnection.class}, session);
    }
}
