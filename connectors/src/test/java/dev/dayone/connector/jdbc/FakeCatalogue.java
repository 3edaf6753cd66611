package dev.dayone.connector.jdbc;

import dev.dayone.connector.guard.StatementGuard;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server's catalogue as rows written by hand: what stands in no list answers nothing, what the guard refuses fails. */
final class FakeCatalogue {
    private final Map<String, List<Map<String, @Nullable Object>>> answers = new LinkedHashMap<>();
    private final StatementGuard guard;

    FakeCatalogue(Dialect dialect) {
        this.guard = new StatementGuard(dialect.quote(), dialect.ownStatements());
    }

    /** A row that a statement answers: names and values by turns. */
    FakeCatalogue row(String sql, @Nullable Object... cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(String.valueOf(cells[i]), cells[i + 1]);
        }
        answers.computeIfAbsent(sql, unused -> new ArrayList<>()).add(row);
        return this;
    }

    Connection connection() {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (!method.getName().equals("prepareStatement") || arguments == null) {
                throw new UnsupportedOperationException(method.getName());
            }
            String sql = (String) arguments[0];
            guard.check(sql);
            return statement(answers.getOrDefault(sql, List.of()));
        });
    }

    private static PreparedStatement statement(List<Map<String, @Nullable Object>> rows) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> switch (method.getName()) {
            case "executeQuery" -> rows(rows);
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static ResultSet rows(List<Map<String, @Nullable Object>> rows) {
        int[] at = {-1};
        boolean[] wasNull = {false};
        return proxy(ResultSet.class, (self, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at[0] < rows.size();
            case "wasNull" -> wasNull[0];
            case "close" -> null;
            default -> {
                Object cell = arguments == null ? null : cell(rows.get(at[0]), arguments[0]);
                wasNull[0] = cell == null;
                yield as(method.getName(), cell);
            }
        });
    }

    private static @Nullable Object cell(Map<String, @Nullable Object> row, Object column) {
        if (column instanceof Integer place) {
            return new ArrayList<>(row.values()).get(place - 1);
        }
        if (!row.containsKey(String.valueOf(column))) {
            throw new IllegalArgumentException("The statement has no column " + column);
        }
        return row.get(String.valueOf(column));
    }

    private static @Nullable Object as(String method, @Nullable Object cell) {
        String text = String.valueOf(cell);
        return switch (method) {
            case "getString" -> cell == null ? null : text;
            case "getInt" -> cell == null ? 0 : Integer.parseInt(text);
            case "getLong" -> cell == null ? 0L : Long.parseLong(text);
            case "getBoolean" -> text.equals("1") || text.equals("true");
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FakeCatalogue.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
