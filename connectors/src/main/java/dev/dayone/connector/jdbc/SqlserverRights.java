package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an account of SQL Server could write: its effective permissions, in which the server has followed roles, groups,
 * ownership and refusals itself; and where they come from.
 */
final class SqlserverRights {
    static final String WRITES = """
            SELECT w.what FROM (
              SELECT 1 AS place, 'server role ' + r.name AS what FROM sys.server_principals r
                WHERE r.type = 'R' AND r.name <> 'public' AND IS_SRVROLEMEMBER(r.name) = 1
              UNION ALL SELECT 2, p.permission_name + ' on server' FROM sys.fn_my_permissions(NULL, 'SERVER') p
                WHERE p.permission_name IN ('CONTROL SERVER', 'ALTER ANY DATABASE', 'CREATE ANY DATABASE',
                  'ADMINISTER BULK OPERATIONS', 'ALTER ANY LOGIN', 'ALTER SETTINGS', 'IMPERSONATE ANY LOGIN')
              UNION ALL SELECT 3, p.permission_name + ' on database' FROM sys.fn_my_permissions(NULL, 'DATABASE') p
                WHERE p.permission_name IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'TAKE OWNERSHIP')
                OR p.permission_name LIKE 'CREATE %' OR p.permission_name LIKE 'ALTER ANY %'
              UNION ALL SELECT 4, p.permission_name + ' on schema ' + s.name
                FROM sys.schemas s CROSS APPLY sys.fn_my_permissions(QUOTENAME(s.name), 'SCHEMA') p
                WHERE p.permission_name IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'TAKE OWNERSHIP')
              UNION ALL SELECT 5, p.permission_name + ' on ' + SCHEMA_NAME(o.schema_id) + '.' + o.name
                FROM sys.objects o CROSS APPLY
                  sys.fn_my_permissions(QUOTENAME(SCHEMA_NAME(o.schema_id)) + '.' + QUOTENAME(o.name), 'OBJECT') p
                WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND p.permission_name IN
                  ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'TAKE OWNERSHIP')
            ) w GROUP BY w.what ORDER BY MIN(w.place), w.what""";

    static final String ROLES = """
            SELECT 'ALTER SERVER ROLE ' + QUOTENAME(r.name) + ' DROP MEMBER ' + QUOTENAME(SUSER_SNAME()) AS remedy
              FROM sys.server_principals r WHERE r.type = 'R' AND r.name <> 'public' AND IS_SRVROLEMEMBER(r.name) = 1
            UNION ALL SELECT 'ALTER ROLE ' + QUOTENAME(r.name) + ' DROP MEMBER ' + QUOTENAME(USER_NAME())
              FROM sys.database_principals r WHERE r.type = 'R' AND IS_ROLEMEMBER(r.name) = 1
              AND (r.name IN ('db_owner', 'db_datawriter', 'db_ddladmin', 'db_securityadmin', 'db_accessadmin')
                OR EXISTS (SELECT 1 FROM sys.database_permissions p WHERE p.grantee_principal_id = r.principal_id
                  AND r.name <> 'public' AND p.state IN ('G', 'W')
                  AND p.permission_name NOT IN ('SELECT', 'CONNECT', 'VIEW DEFINITION', 'REFERENCES', 'EXECUTE')))""";

    static final String GRANTS = """
            SELECT 'REVOKE ' + p.permission_name + CASE p.class WHEN 1 THEN ' ON ' + QUOTENAME(SCHEMA_NAME(o.schema_id))
                + '.' + QUOTENAME(o.name) WHEN 3 THEN ' ON SCHEMA::' + QUOTENAME(SCHEMA_NAME(p.major_id)) ELSE '' END
              + ' FROM ' + QUOTENAME(USER_NAME(p.grantee_principal_id)) AS remedy
            FROM sys.database_permissions p LEFT JOIN sys.objects o ON p.class = 1 AND o.object_id = p.major_id
            WHERE p.class IN (0, 1, 3) AND p.state IN ('G', 'W') AND (p.class <> 1 OR o.is_ms_shipped = 0)
              AND p.grantee_principal_id IN (USER_ID(), USER_ID('public'))
              AND p.permission_name NOT IN ('SELECT', 'CONNECT', 'VIEW DEFINITION', 'REFERENCES', 'EXECUTE', 'SHOWPLAN')
              AND p.permission_name NOT LIKE 'VIEW ANY %'""";

    static final String OWNED = """
            SELECT 'ALTER AUTHORIZATION ON ' + QUOTENAME(SCHEMA_NAME(o.schema_id)) + '.' + QUOTENAME(o.name) + ' TO dbo'
              AS remedy FROM sys.objects o WHERE o.principal_id = USER_ID() AND o.type IN ('U', 'V')
            UNION ALL SELECT 'ALTER AUTHORIZATION ON SCHEMA::' + QUOTENAME(s.name) + ' TO dbo'
              FROM sys.schemas s WHERE s.principal_id = USER_ID() AND USER_NAME() <> 'dbo'""";

    private static final int SHOWN = 20;

    private final Dialect dialect;
    private final Connection connection;

    SqlserverRights(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    Dialect.Rights rights() throws SQLException {
        List<String> names = Rows.of(connection, dialect.limited(WRITES, SHOWN), List.of(), row -> row.getString(1));
        Set<String> remedies = new LinkedHashSet<>();
        if (!names.isEmpty()) {
            for (String sql : List.of(ROLES, GRANTS, OWNED)) {
                remedies.addAll(Rows.of(connection, sql, List.of(), row -> row.getString(1)));
            }
        }
        return new Dialect.Rights(names, new ArrayList<>(remedies), true);
    }
}
