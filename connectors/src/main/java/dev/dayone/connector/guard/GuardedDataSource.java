package dev.dayone.connector.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections on which every statement passes a {@link StatementGuard} and is written to a
 * {@link StatementLog}. What could go round the guard (unwrapping, batches, updates, callable statements, leaving
 * read-only mode) is refused.
 */
public final class GuardedDataSource extends OneAccountDataSource {
    private static final Set<String> REFUSED_ON_CONNECTION =
            Set.of("prepareCall", "unwrap", "setReadOnly", "setTypeMap", "setClientInfo", "commit");
    private static final Set<String> REFUSED_ON_STATEMENT = Set.of(
            "unwrap",
            "addBatch",
            "executeBatch",
            "executeLargeBatch",
            "executeUpdate",
            "executeLargeUpdate",
            "getConnection");

    private final DataSource source;
    private final StatementGuard guard;
    private final StatementLog log;

    public GuardedDataSource(DataSource source, StatementGuard guard, StatementLog log) {
        this.source = source;
        this.guard = guard;
        this.log = log;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source.getConnection();
        return proxy(GuardedConnection.class, (self, method, arguments) -> onConnection(connection, method, arguments));
    }

    private @Nullable Object onConnection(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (REFUSED_ON_CONNECTION.contains(name)) {
            throw new SQLFeatureNotSupportedException("A guarded connection has no " + name);
        }
        if (name.equals("log")) {
            return log;
        }
        if (name.equals("tryWrite") && arguments != null) {
            return new WriteAttempts(guard.quote(), log)
                    .on(connection, (String) arguments[0], (WriteAttempts.Refusals) arguments[1]);
        }
        if (name.equals("prepareStatement") && arguments != null) {
            String sql = (String) arguments[0];
            guard.check(sql);
            PreparedStatement statement = (PreparedStatement) invoke(connection, method, arguments);
            return proxy(PreparedStatement.class, (self, call, values) -> onStatement(statement, sql, call, values));
        }
        if (name.equals("createStatement")) {
            Statement statement = (Statement) invoke(connection, method, arguments);
            return proxy(Statement.class, (self, call, values) -> onStatement(statement, null, call, values));
        }
        return invoke(connection, method, arguments);
    }

    private @Nullable Object onStatement(
            @Nullable Statement statement, @Nullable String prepared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (REFUSED_ON_STATEMENT.contains(name)) {
            throw new SQLFeatureNotSupportedException("A guarded statement has no " + name);
        }
        if (!name.startsWith("execute")) {
            return invoke(statement, method, arguments);
        }
        String sql = prepared;
        if (arguments != null && arguments.length > 0) {
            sql = (String) arguments[0];
            guard.check(sql);
        }
        long start = System.nanoTime();
        try {
            return invoke(statement, method, arguments);
        } finally {
            log.ran(String.valueOf(sql), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static @Nullable Object invoke(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GuardedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
