package dev.dayone.connector.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server on which each transaction is made read-only by its own first statement, for a session cannot
 * be; and on which each statement has a time limit, for which the session has no setting either.
 */
final class ReadOnlyTransactions implements InvocationHandler {
    private final Connection connection;
    private final String first;
    private final int seconds;
    private boolean begun;

    private ReadOnlyTransactions(Connection connection, String first, int seconds) {
        this.connection = connection;
        this.first = first;
        this.seconds = seconds;
    }

    static Connection over(Connection connection, String first, int seconds) {
        return (Connection) Proxy.newProxyInstance(
                ReadOnlyTransactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ReadOnlyTransactions(connection, first, seconds));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        boolean statement = name.endsWith("Statement") || name.equals("prepareCall");
        if (statement && !begun && !connection.getAutoCommit()) {
            begin();
        }
        if (name.equals("rollback") || name.equals("commit") || name.equals("setAutoCommit")) {
            begun = false;
        }
        Object answer = answer(method, arguments);
        if (answer instanceof Statement made) {
            made.setQueryTimeout(seconds);
        }
        return answer;
    }

    private void begin() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(first);
        }
        begun = true;
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
