package dev.dayone.connector.jdbc;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection to a file that was taken to be still: breaks off before the next statement once it is written to. */
final class UnchangedFile implements InvocationHandler {
    private final Connection connection;
    private final Path file;
    private final String before;

    private UnchangedFile(Connection connection, Path file) throws SQLException {
        this.connection = connection;
        this.file = file;
        this.before = state();
    }

    static Connection watched(Connection connection, Path file) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                UnchangedFile.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new UnchangedFile(connection, file));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().endsWith("Statement") && !before.equals(state())) {
            throw new SQLException("The file was written to while it was read", "08006");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private String state() throws SQLException {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file) + "/"
                    + Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        } catch (IOException e) {
            throw new SQLException("The file is gone", "08006", e);
        }
    }
}
