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
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What stands behind a {@link GuardedConnection} and the statements that it makes. Used by one thread. */
final class GuardedSession implements InvocationHandler {
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

    private final Connection connection;
    private final StatementGuard guard;
    private final StatementLog log;
    private final ToIntFunction<String> fetchRows;
    private long transactionStart;

    GuardedSession(Connection connection, StatementGuard guard, StatementLog log, ToIntFunction<String> fetchRows) {
        this.connection = connection;
        this.guard = guard;
        this.log = log;
        this.fetchRows = fetchRows;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (REFUSED_ON_CONNECTION.contains(name)) {
            throw new SQLFeatureNotSupportedException("A guarded connection has no " + name);
        }
        return switch (name) {
            case "log" -> log;
            case "tryWrite" -> tryWrite(arguments);
            case "prepareStatement" -> prepared(method, arguments);
            case "createStatement" -> {
                Statement statement = (Statement) call(connection, method, arguments);
                yield proxy(Statement.class, (made, call, values) -> onStatement(statement, null, call, values));
            }
            case "rollback", "close" -> {
                Object answer = call(connection, method, arguments);
                endTransaction();
                yield answer;
            }
            default -> call(connection, method, arguments);
        };
    }

    private @Nullable Object tryWrite(Object @Nullable [] arguments) throws SQLException {
        if (arguments == null) {
            return null;
        }
        endTransaction();
        transactionStart = System.nanoTime();
        try {
            return new WriteAttempts(guard.quote(), log)
                    .on(connection, (String) arguments[0], (WriteAttempts.Refusals) arguments[1]);
        } finally {
            endTransaction();
        }
    }

    private @Nullable Object prepared(Method method, Object @Nullable [] arguments) throws Throwable {
        String sql = arguments == null ? "" : (String) arguments[0];
        guard.check(sql);
        PreparedStatement statement = (PreparedStatement) call(connection, method, arguments);
        return proxy(PreparedStatement.class, (made, call, values) -> onStatement(statement, sql, call, values));
    }

    private @Nullable Object onStatement(
            @Nullable Statement statement, @Nullable String prepared, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (REFUSED_ON_STATEMENT.contains(name)) {
            throw new SQLFeatureNotSupportedException("A guarded statement has no " + name);
        }
        if (name.equals("setFetchSize") && prepared != null && arguments != null) {
            return call(statement, method, new Object[] {Math.min((int) arguments[0], fetchRows.applyAsInt(prepared))});
        }
        if (!name.startsWith("execute")) {
            return call(statement, method, arguments);
        }
        String sql = prepared;
        if (arguments != null && arguments.length > 0) {
            sql = (String) arguments[0];
            guard.check(sql);
        }
        long start = System.nanoTime();
        transactionStart = transactionStart == 0 ? start : transactionStart;
        try {
            return call(statement, method, arguments);
        } finally {
            log.ran(String.valueOf(sql), (System.nanoTime() - start) / 1_000_000);
        }
    }

    private void endTransaction() {
        if (transactionStart != 0) {
            log.transactionEnded((System.nanoTime() - transactionStart) / 1_000_000);
            transactionStart = 0;
        }
    }

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] arguments)
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
