package dev.dayone.connector.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a PostgreSQL account could write: by attributes, memberships, grants and ownership. Memberships are followed
 * also where they are not inherited, for {@code SET ROLE} would take them up. Reads the catalogue's lists of grants
 * rather than asking for each role and table.
 */
final class PostgresqlRights {
    private static final int SHOWN = 20;

    /** Every role the account is or may become; {@code top}: the one of its own memberships that leads there. */
    private static final String MEMBERS = """
            WITH RECURSIVE held AS (
              SELECT r.oid AS role, r.oid AS account, r.oid AS top, r.oid AS grantor FROM pg_roles r
                WHERE r.rolname = current_user
              UNION SELECT m.roleid, h.account,
                CASE WHEN h.role = h.account THEN m.roleid ELSE h.top END,
                CASE WHEN h.role = h.account THEN m.grantor ELSE h.grantor END
                FROM pg_auth_members m JOIN held h ON m.member = h.role
            )
            """;

    private static final String ROLES = MEMBERS + """
            SELECT r.rolname, t.rolname AS top, g.oid = 10 AS by_first, g.rolname AS grantor, h.role = h.account AS own,
              r.rolsuper, r.rolcreaterole, r.rolcreatedb,
              r.rolname IN ('pg_write_all_data', 'pg_execute_server_program', 'pg_write_server_files') AS writes
            FROM held h JOIN pg_roles r ON r.oid = h.role JOIN pg_roles t ON t.oid = h.top
              LEFT JOIN pg_roles g ON g.oid = h.grantor
            ORDER BY h.role = h.account DESC, r.rolname""";

    private static final String OWN_SCHEMAS =
            "n.nspname NOT LIKE 'pg!_%' ESCAPE '!' AND n.nspname <> 'information_schema'";

    private static final String GRANTS = MEMBERS + """
            SELECT a.kind, a.schema, a.name, a.privilege, string_agg(a.col, ',') AS cols,
              CASE WHEN a.grantee = 0 THEN NULL ELSE r.rolname END AS role
            FROM (
              SELECT 'DATABASE' AS kind, '' AS schema, d.datname AS name, x.privilege_type AS privilege, NULL AS col,
                x.grantee, d.datdba AS owner
              FROM pg_database d, LATERAL aclexplode(d.datacl) x
              WHERE d.datname = current_database() AND x.privilege_type = 'CREATE'
              UNION ALL SELECT 'SCHEMA', '', n.nspname, x.privilege_type, NULL, x.grantee, n.nspowner
              FROM pg_namespace n, LATERAL aclexplode(n.nspacl) x
              WHERE x.privilege_type = 'CREATE' AND %1$s
              UNION ALL SELECT CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname, c.relname,
                x.privilege_type, NULL, x.grantee, c.relowner
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL aclexplode(c.relacl) x
              WHERE %1$s AND ((c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND x.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'))
                OR (c.relkind = 'S' AND x.privilege_type IN ('USAGE', 'UPDATE')))
              UNION ALL SELECT 'TABLE', n.nspname, c.relname, x.privilege_type, t.attname, x.grantee, c.relowner
              FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
                LATERAL aclexplode(t.attacl) x
              WHERE %1$s AND t.attacl IS NOT NULL AND x.privilege_type IN ('INSERT', 'UPDATE')
            ) a LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE a.grantee = 0 OR (a.grantee <> a.owner AND a.grantee IN (SELECT h.role FROM held h))
            GROUP BY a.kind, a.schema, a.name, a.privilege, a.grantee, r.rolname
            ORDER BY CASE a.kind WHEN 'DATABASE' THEN 1 WHEN 'SCHEMA' THEN 2 WHEN 'TABLE' THEN 3 ELSE 4 END,
              a.privilege, a.schema, a.name""".formatted(OWN_SCHEMAS);

    private static final String OWNED = MEMBERS + """
            SELECT o.kind, o.schema, o.name, r.rolname AS role FROM (
              SELECT 'DATABASE' AS kind, '' AS schema, d.datname AS name, d.datdba AS owner FROM pg_database d
              WHERE d.datname = current_database()
              UNION ALL SELECT 'SCHEMA', '', n.nspname, n.nspowner FROM pg_namespace n WHERE %1$s
              UNION ALL SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                WHEN 'S' THEN 'SEQUENCE' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
                n.nspname, c.relname, c.relowner
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND %1$s
            ) o JOIN pg_roles r ON r.oid = o.owner
            WHERE o.owner IN (SELECT h.role FROM held h) ORDER BY o.kind, o.schema, o.name""".formatted(OWN_SCHEMAS);

    private static final String NEW_OWNER = MEMBERS + """
            SELECT r.rolname FROM pg_roles r
            WHERE (r.oid = 10 OR r.oid = (SELECT d.datdba FROM pg_database d WHERE d.datname = current_database()))
              AND r.oid NOT IN (SELECT h.role FROM held h)
            ORDER BY r.oid = 10 LIMIT 1""";

    private PostgresqlRights() {}

    /** A role that the account is or may become, and by which of its memberships. */
    record Role(String name, Membership by, boolean own, List<String> writes) {}

    /** One of the account's own memberships; {@code grantor} where only a REVOKE in that name ends it. */
    record Membership(String role, @Nullable String grantor) {}

    /** A right that is granted; {@code role} null: to everyone; {@code columns} empty: on the whole. */
    record Grant(
            String kind,
            String schema,
            String name,
            String right,
            String columns,
            @Nullable String role) {
        String shown() {
            String on = schema.isEmpty() ? name : schema + "." + name;
            String word = kind.equals("TABLE") ? "" : kind.toLowerCase(java.util.Locale.ROOT) + " ";
            return right + (columns.isEmpty() ? "" : " (" + columns + ")") + " on " + word + on;
        }
    }

    /** Something that a role owns. */
    record Owned(String kind, String schema, String name, String role) {
        String shown() {
            return "owner of "
                    + (schema.isEmpty() ? kind.toLowerCase(java.util.Locale.ROOT) + " " + name : schema + "." + name);
        }
    }

    static Dialect.Rights of(Connection connection, Dialect dialect) throws SQLException {
        List<Role> roles = Rows.of(connection, ROLES, List.of(), PostgresqlRights::role);
        List<Grant> grants = Rows.of(
                connection,
                GRANTS,
                List.of(),
                row -> new Grant(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        java.util.Objects.requireNonNullElse(row.getString(5), ""),
                        row.getString(6)));
        List<Owned> owned = Rows.of(
                connection,
                OWNED,
                List.of(),
                row -> new Owned(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        List<String> heir = Rows.of(connection, NEW_OWNER, List.of(), row -> row.getString(1));
        List<String> names = Stream.of(
                        roles.stream().flatMap(role -> role.writes().stream()),
                        grants.stream().map(Grant::shown),
                        owned.stream().map(Owned::shown))
                .flatMap(part -> part)
                .distinct()
                .limit(SHOWN)
                .toList();
        List<String> remedies =
                new PostgresqlRemedies(dialect, roles, heir.isEmpty() ? "postgres" : heir.get(0)).of(grants, owned);
        return new Dialect.Rights(names, remedies, true);
    }

    private static Role role(java.sql.ResultSet row) throws SQLException {
        String name = row.getString("rolname");
        List<String> writes = new ArrayList<>();
        if (row.getBoolean("rolsuper")) {
            writes.add("superuser");
        }
        if (row.getBoolean("rolcreaterole")) {
            writes.add("role attribute CREATEROLE");
        }
        if (row.getBoolean("rolcreatedb")) {
            writes.add("role attribute CREATEDB");
        }
        if (row.getBoolean("writes")) {
            writes.add("member of " + name);
        }
        String grantor = row.getBoolean("by_first") ? null : row.getString("grantor");
        return new Role(name, new Membership(row.getString("top"), grantor), row.getBoolean("own"), writes);
    }
}
