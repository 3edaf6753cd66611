package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an account of Oracle could write: system and object rights of its own, of everyone and of every role it may take
 * up, whether it has taken it up or not; and what it owns.
 */
final class OracleRights {
    static final String SYSTEM = """
            SELECT w.PRIVILEGE, w.GRANTEE FROM (
              SELECT p.PRIVILEGE, p.USERNAME AS GRANTEE FROM USER_SYS_PRIVS p
              UNION SELECT r.PRIVILEGE, r.ROLE FROM ROLE_SYS_PRIVS r
            ) w WHERE w.PRIVILEGE NOT IN ('CREATE SESSION', 'ALTER SESSION', 'SELECT ANY TABLE', 'READ ANY TABLE',
              'SELECT ANY DICTIONARY', 'FLASHBACK ANY TABLE', 'DEBUG CONNECT SESSION', 'RESTRICTED SESSION')
            ORDER BY w.PRIVILEGE, w.GRANTEE""";

    static final String OBJECTS = """
            SELECT w.PRIVILEGE, w.OWNER, w.TABLE_NAME, w.GRANTEE FROM (
              SELECT p.PRIVILEGE, p.TABLE_SCHEMA AS OWNER, p.TABLE_NAME, p.GRANTEE FROM ALL_TAB_PRIVS p
                WHERE p.GRANTEE IN (SYS_CONTEXT('USERENV', 'SESSION_USER'), 'PUBLIC')
              UNION SELECT r.PRIVILEGE, r.OWNER, r.TABLE_NAME, r.ROLE FROM ROLE_TAB_PRIVS r
              UNION SELECT c.PRIVILEGE, c.OWNER, c.TABLE_NAME, SYS_CONTEXT('USERENV', 'SESSION_USER')
                FROM USER_COL_PRIVS_RECD c
            ) w JOIN ALL_USERS u ON u.USERNAME = w.OWNER WHERE u.ORACLE_MAINTAINED = 'N'
              AND w.PRIVILEGE IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'INDEX')
            ORDER BY w.OWNER, w.TABLE_NAME, w.PRIVILEGE, w.GRANTEE""";

    static final String OWNED = "SELECT t.TABLE_NAME FROM USER_TABLES t ORDER BY t.TABLE_NAME";

    static final String ROLES = "SELECT r.GRANTED_ROLE FROM USER_ROLE_PRIVS r ORDER BY r.GRANTED_ROLE";

    private static final int SHOWN = 20;

    private final Dialect dialect;
    private final Connection connection;
    private final String account;

    OracleRights(Dialect dialect, Connection connection, String account) {
        this.dialect = dialect;
        this.connection = connection;
        this.account = account;
    }

    Dialect.Rights rights() throws SQLException {
        Set<String> roles = new LinkedHashSet<>(Rows.of(connection, ROLES, List.of(), row -> row.getString(1)));
        Set<String> names = new LinkedHashSet<>();
        Set<String> remedies = new LinkedHashSet<>();
        Rows.of(connection, SYSTEM, List.of(), row -> {
            String right = row.getString("PRIVILEGE");
            names.add(right);
            return remedies.add(remedy(right, row.getString("GRANTEE"), roles));
        });
        Rows.of(connection, OBJECTS, List.of(), row -> {
            String right = row.getString("PRIVILEGE");
            String owner = row.getString("OWNER");
            String table = row.getString("TABLE_NAME");
            names.add(right + " on " + owner + "." + table);
            String object = dialect.quoted(owner) + "." + dialect.quoted(table);
            return remedies.add(remedy(right + " ON " + object, row.getString("GRANTEE"), roles));
        });
        if (Rows.of(connection, OWNED, List.of(), row -> names.add("owner of " + row.getString(1)))
                .contains(true)) {
            // An owner's rights cannot be taken away: another account reads.
            remedies.add("CREATE USER DAYONE_READER IDENTIFIED BY \"...\"");
            remedies.add("GRANT CREATE SESSION TO DAYONE_READER");
        }
        return new Dialect.Rights(names.stream().limit(SHOWN).toList(), new ArrayList<>(remedies), true);
    }

    /** A role of the account's own is taken from it; what a role has through another is taken from that role. */
    private String remedy(String right, String grantee, Set<String> roles) {
        return roles.contains(grantee)
                ? "REVOKE " + dialect.quoted(grantee) + " FROM " + dialect.quoted(account)
                : "REVOKE " + right + " FROM " + (grantee.equals("PUBLIC") ? grantee : dialect.quoted(grantee));
    }
}
