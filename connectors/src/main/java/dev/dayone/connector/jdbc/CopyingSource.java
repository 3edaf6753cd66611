package dev.dayone.connector.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.dayone.connector.guard.OneAccountDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connections that answer {@code COPY (SELECT ...) TO STDOUT} as they would the SELECT. Thread-safe. */
final class CopyingSource extends OneAccountDataSource {
    private static final int STATEMENTS = 200;
    private static final String HEAD = "COPY (";
    private static final String TAIL = ") TO STDOUT";

    private final HikariDataSource pool;
    private final Map<String, List<CopyColumn>> answers;

    CopyingSource(HikariDataSource pool, Map<String, List<CopyColumn>> answers) {
        this.pool = pool;
        this.answers = answers;
    }

    /** What statements answer, of the last few. */
    static Map<String, List<CopyColumn>> answers() {
        return java.util.Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, List<CopyColumn>> eldest) {
                return size() > STATEMENTS;
            }
        });
    }

    /** The statement that copies a SELECT's answer. */
    static String copying(String select) {
        return HEAD + select + TAIL;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        return (Connection) Proxy.newProxyInstance(
                CopyingSource.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    List<CopyColumn> columns = method.getName().equals("prepareStatement") && arguments != null
                            ? columns(arguments[0])
                            : null;
                    if (columns != null) {
                        return CopyStatement.of(
                                connection,
                                String.valueOf(arguments[0]),
                                columns,
                                () -> pool.evictConnection(connection));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private @Nullable List<CopyColumn> columns(@Nullable Object sql) {
        return sql instanceof String text && text.startsWith(HEAD) ? answers.get(text) : null;
    }
}
