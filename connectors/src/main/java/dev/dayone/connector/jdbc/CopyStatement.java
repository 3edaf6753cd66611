package dev.dayone.connector.jdbc;

import dev.dayone.connector.Row;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;

/**
 * A prepared statement whose answer comes by COPY: the server goes on while rows are read here, where a cursor would
 * let each of the two wait for the other. COPY takes no placeholders, so values stand in the statement as literals,
 * quoted by the driver. Knows what camel-jdbc calls and no more. Used by one thread.
 */
final class CopyStatement implements InvocationHandler {
    /** The one column that the statement answers to camel-jdbc: a {@link Row} with all that were asked for. */
    static final String WHOLE = "row";

    private static final long DRAINED_BYTES = 32_000_000;

    private final PgConnection connection;
    private final Runnable discard;
    private final String sql;
    private final List<CopyColumn> columns;
    private final List<Object> values = new ArrayList<>();
    private final CopyLine line;
    private final Row.Columns names;
    private @Nullable Row row;
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private @Nullable CopyOut copy;
    private boolean closed;
    private boolean discarded;

    private CopyStatement(Connection connection, String sql, List<CopyColumn> columns, Runnable discard)
            throws SQLException {
        this.discard = discard;
        this.connection = connection.unwrap(PgConnection.class);
        this.sql = sql;
        this.columns = columns;
        this.line = new CopyLine(columns);
        this.names = new Row.Columns(columns.stream().map(CopyColumn::label).toList(), (int)
                columns.stream().filter(column -> !column.hidden()).count());
    }

    /**
     * A statement for {@code COPY (SELECT ...) TO STDOUT}, which answers the given columns; {@code discard} is run where
     * its connection is not to be used again.
     */
    static PreparedStatement of(Connection connection, String sql, List<CopyColumn> columns, Runnable discard)
            throws SQLException {
        CopyStatement copy = new CopyStatement(connection, sql, columns, discard);
        PreparedStatement made = proxy(PreparedStatement.class, copy);
        copy.statement = made;
        return made;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        return switch (method.getName()) {
            case "setObject" -> {
                bind(arguments);
                yield null;
            }
            case "execute" -> {
                rows = open();
                yield true;
            }
            case "executeQuery" -> {
                rows = open();
                yield rows;
            }
            case "getResultSet" -> rows;
            case "getUpdateCount" -> -1;
            case "getMoreResults" -> false;
            case "getParameterMetaData" ->
                proxy(ParameterMetaData.class, (made, asked, none) -> marks(place -> "")
                        .places());
            case "close" -> {
                close();
                yield null;
            }
            case "isClosed" -> closed;
            // Rows come one by one: there is nothing to hold.
            case "setFetchSize", "setMaxRows", "setQueryTimeout", "clearWarnings" -> null;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "toString" -> sql;
            default -> throw unknown(method);
        };
    }

    private void bind(@Nullable Object @Nullable [] arguments) {
        if (arguments != null && arguments.length >= 2 && arguments[1] != null) {
            values.add(arguments[1]);
        }
    }

    private ResultSet open() throws SQLException {
        Marked marked = marks(place -> '\'' + connection.escapeString(String.valueOf(values.get(place))) + '\'');
        if (marked.places() != values.size()) {
            throw new IllegalStateException(values.size() + " values for " + marked.places() + " places");
        }
        try {
            copy = connection.getCopyAPI().copyOut(marked.text());
        } catch (SQLException e) {
            failed();
            throw e;
        }
        return proxy(ResultSet.class, this::onRows);
    }

    /** What stands for a place. */
    private interface Literal {
        String of(int place) throws SQLException;
    }

    /** The statement with something in place of its marks, and how many there were. */
    private record Marked(String text, int places) {}

    /** Marks are those that stand outside of quotes. */
    private Marked marks(Literal literal) throws SQLException {
        StringBuilder whole = new StringBuilder(sql.length() + 32);
        int places = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '?' && quote == 0) {
                whole.append(literal.of(places));
                places++;
                continue;
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            whole.append(c);
        }
        return new Marked(whole.toString(), places);
    }

    private @Nullable Object onRows(Object self, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        String name = method.getName();
        return switch (name) {
            case "next" -> next();
            case "getObject" -> row;
            case "getMetaData" -> proxy(ResultSetMetaData.class, this::onMetaData);
            case "getStatement" -> statement;
            case "close" -> {
                close();
                yield null;
            }
            case "isClosed" -> closed;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> arguments != null && self == arguments[0];
            case "toString" -> "rows of " + sql;
            default -> throw unknown(method);
        };
    }

    private Object onMetaData(Object self, Method method, @Nullable Object @Nullable [] arguments) throws SQLException {
        return switch (method.getName()) {
            case "getColumnCount" -> 1;
            case "getColumnLabel", "getColumnName" -> WHOLE;
            case "getColumnType" -> Types.JAVA_OBJECT;
            default -> throw unknown(method);
        };
    }

    private boolean next() throws SQLException {
        byte[] bytes = copied();
        if (bytes == null) {
            copy = null;
            return false;
        }
        @Nullable Object[] values = new Object[columns.size()];
        line.read(bytes, values);
        row = new Row(names, values);
        return true;
    }

    /** The next line. The pool hears of no failure here: a connection that had one is not used again. */
    private byte @Nullable [] copied() throws SQLException {
        CopyOut from = copy;
        try {
            return from == null ? null : from.readFromCopy();
        } catch (SQLException e) {
            failed();
            throw e;
        }
    }

    private void failed() {
        copy = null;
        discarded = true;
        discard.run();
    }

    /** Ends the transaction too, for the pool does not know of it. */
    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!drained()) {
                failed();
            }
            if (!discarded) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // What was asked for has come, or its failure was told.
            failed();
        }
    }

    /**
     * Reads what is left, if it is little. A request to cancel could come when the statement is over, and end the next
     * one.
     */
    private boolean drained() throws SQLException {
        long bytes = 0;
        while (copy != null && bytes < DRAINED_BYTES) {
            byte[] next = copy.readFromCopy();
            if (next == null) {
                copy = null;
            } else {
                bytes += next.length;
            }
        }
        return copy == null;
    }

    private static SQLFeatureNotSupportedException unknown(Method method) {
        return new SQLFeatureNotSupportedException("A copied answer has no " + method.getName());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CopyStatement.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
