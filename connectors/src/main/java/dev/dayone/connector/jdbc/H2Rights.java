package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account of an H2 server could write. The server shows rights on tables to everyone, but those on schemas to
 * administrators alone: what it shows to others is never complete.
 */
final class H2Rights {
    private static final int SHOWN = 20;

    private static final String ADMIN =
            "SELECT u.IS_ADMIN FROM INFORMATION_SCHEMA.USERS u WHERE u.USER_NAME = current_user";

    private static final String RIGHTS = """
            SELECT p.GRANTEE, p.PRIVILEGE_TYPE, p.TABLE_SCHEMA, p.TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES p
            WHERE p.PRIVILEGE_TYPE IN ('INSERT', 'UPDATE', 'DELETE') AND (p.GRANTEE IN (current_user, 'PUBLIC')
              OR p.GRANTEE IN (SELECT r.ROLE_NAME FROM INFORMATION_SCHEMA.ROLES r))
            ORDER BY p.TABLE_SCHEMA, p.TABLE_NAME, p.PRIVILEGE_TYPE, p.GRANTEE""";

    private final Dialect dialect;
    private final Connection connection;

    H2Rights(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    Dialect.Rights rights() throws SQLException {
        String account = Rows.of(connection, "SELECT current_user", List.of(), row -> row.getString(1))
                .get(0);
        if (Rows.of(connection, ADMIN, List.of(), row -> row.getBoolean(1)).contains(true)) {
            return new Dialect.Rights(
                    List.of("administrator"), List.of("ALTER USER " + dialect.quoted(account) + " ADMIN FALSE"), true);
        }
        List<String> names = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        Rows.of(connection, RIGHTS, List.of(), row -> {
            String right = row.getString("PRIVILEGE_TYPE");
            String schema = row.getString("TABLE_SCHEMA");
            String table = row.getString("TABLE_NAME");
            names.add(right + " on " + schema + "." + table);
            return remedies.add("REVOKE " + right + " ON " + dialect.quoted(schema) + "." + dialect.quoted(table)
                    + " FROM " + dialect.quoted(row.getString("GRANTEE")));
        });
        return new Dialect.Rights(names.stream().distinct().limit(SHOWN).toList(), remedies, false);
    }
}
