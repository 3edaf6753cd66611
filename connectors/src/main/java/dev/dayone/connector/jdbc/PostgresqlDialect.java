package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL 12 and later. */
final class PostgresqlDialect implements Dialect {
    private static final String DEFAULT_SCHEMA = "public";

    /** Role membership is followed also where it is not inherited, for {@code SET ROLE} would take it up. */
    private static final String RIGHTS = """
            SELECT w.what FROM (
              SELECT 1 AS rank, 'superuser' AS what FROM pg_roles r
                WHERE r.rolsuper AND pg_has_role(current_user, r.oid, 'MEMBER')
              UNION ALL SELECT 2, 'role attribute CREATEROLE' FROM pg_roles r
                WHERE r.rolcreaterole AND pg_has_role(current_user, r.oid, 'MEMBER')
              UNION ALL SELECT 2, 'role attribute CREATEDB' FROM pg_roles r
                WHERE r.rolcreatedb AND pg_has_role(current_user, r.oid, 'MEMBER')
              UNION ALL SELECT 3, concat('member of ', r.rolname) FROM pg_roles r
                WHERE r.rolname IN ('pg_write_all_data', 'pg_execute_server_program', 'pg_write_server_files')
                AND pg_has_role(current_user, r.oid, 'MEMBER')
              UNION ALL SELECT 4, concat('CREATE on database ', current_database()) FROM pg_roles r
                WHERE pg_has_role(current_user, r.oid, 'MEMBER')
                AND has_database_privilege(r.oid, current_database(), 'CREATE')
              UNION ALL SELECT 5, concat('CREATE on schema ', n.nspname) FROM pg_namespace n, pg_roles r
                WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!'
                AND n.nspname <> 'information_schema' AND has_schema_privilege(r.oid, n.oid, 'CREATE')
              UNION ALL SELECT 6, concat(p.name, ' on ', n.nspname, '.', c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
                  (SELECT 'INSERT' AS name UNION ALL SELECT 'UPDATE' UNION ALL SELECT 'DELETE'
                   UNION ALL SELECT 'TRUNCATE') p, pg_roles r
                WHERE pg_has_role(current_user, r.oid, 'MEMBER') AND c.relkind IN ('r', 'p', 'v', 'f')
                AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!' AND n.nspname <> 'information_schema'
                AND (has_table_privilege(r.oid, c.oid, p.name) OR (p.name IN ('INSERT', 'UPDATE')
                  AND has_any_column_privilege(r.oid, c.oid, p.name)))
              UNION ALL SELECT 7, concat('owner of ', n.nspname, '.', c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_has_role(current_user, c.relowner, 'MEMBER')
                AND n.nspname NOT LIKE 'pg!_%' ESCAPE '!' AND n.nspname <> 'information_schema'
            ) w GROUP BY w.what ORDER BY min(w.rank), w.what LIMIT 20""";

    private static final String TABLES = """
            SELECT c.oid AS table_oid, n.nspname, c.relname, CAST(c.relkind AS text) AS relkind, c.reltuples, c.relpages,
              has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT') AS readable,
              (SELECT CAST(sum(greatest(i.reltuples, 0)) AS bigint) FROM pg_class i
                WHERE i.relkind = 'r' AND i.oid IN (SELECT h.inhrelid FROM pg_inherits h WHERE h.inhparent = c.oid))
                AS parts
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname IN (%s)
            ORDER BY n.nspname, c.relname""";

    private static final String COLUMNS = """
            SELECT a.attrelid AS table_oid, a.attname, format_type(a.atttypid, a.atttypmod) AS declared, a.attnotnull,
              CAST(coalesce(b.typname, t.typname) AS text) AS type_name,
              CAST(coalesce(b.typtype, t.typtype) AS text) AS type_type,
              CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS type_modifier
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname IN (%s)
              AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'SELECT')
            ORDER BY a.attrelid, a.attnum""";

    private static final String KEYS = """
            SELECT i.indrelid AS table_oid, i.indexrelid AS index_oid, a.attname, k.attnotnull AS not_null,
              i.indisprimary
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = i.indexrelid
              JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attname = a.attname
            WHERE i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
              AND a.attnum <= i.indnkeyatts AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
              AND n.nspname IN (%s)
            ORDER BY i.indrelid, i.indisprimary DESC, i.indnkeyatts, i.indexrelid, a.attnum""";

    @Override
    public char quote() {
        return '"';
    }

    @Override
    public Pattern ownStatements() {
        // None: what matches nothing.
        return Pattern.compile("(?!)");
    }

    @Override
    public boolean comparesRowValues() {
        return true;
    }

    @Override
    public DataSource driver(Settings settings, Limits limits) throws SQLException {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setServerNames(new String[] {settings.host()});
        driver.setPortNumbers(new int[] {settings.port()});
        driver.setDatabaseName(settings.database());
        driver.setUser(settings.username());
        driver.setPassword(settings.password());
        driver.setApplicationName("dayone");
        driver.setConnectTimeout(10);
        driver.setLoginTimeout(10);
        driver.setSocketTimeout(Math.toIntExact(limits.statementTimeout().toSeconds() + 20));
        driver.setReadOnly(true);
        // A text bound to a placeholder takes the type of what it is compared with: any type may be a key.
        driver.setStringType("unspecified");
        driver.setSslMode(
                switch (settings.tls()) {
                    case "disable" -> "disable";
                    case "require" -> "require";
                    case "verify" -> "verify-full";
                    default -> "prefer";
                });
        return driver;
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        return List.of(
                "SET default_transaction_read_only = on",
                "SET statement_timeout = " + limits.statementTimeout().toMillis(),
                "SET lock_timeout = " + limits.lockTimeout().toMillis(),
                "SET idle_in_transaction_session_timeout = 120000",
                "SET TIME ZONE 'UTC'",
                "SET DateStyle = 'ISO, YMD'",
                "SET IntervalStyle = 'postgres'",
                "SET bytea_output = 'hex'");
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        // The session's own zone is UTC by now: the server's setting stands in the catalogue.
        List<String> facts = Rows.of(
                        connection,
                        "SELECT current_setting('server_version') AS v, current_user AS u,"
                                + " coalesce((SELECT min(s.reset_val) FROM pg_settings s WHERE s.name = 'TimeZone'), '') AS z",
                        List.of(),
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .get(0);
        List<String> rights = Rows.of(connection, RIGHTS, List.of(), row -> row.getString(1));
        return new ProbeResult(
                "PostgreSQL", facts.get(0), facts.get(2), facts.get(1), "unknown", new Rights(rights, List.of(), true));
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        List<String> schemas = schemas(connection, settings.schema());
        String marks = String.join(", ", schemas.stream().map(schema -> "?").toList());
        Map<Long, List<ColumnSpec>> columns = new LinkedHashMap<>();
        Rows.of(connection, COLUMNS.formatted(marks), schemas, row -> columns.computeIfAbsent(
                        row.getLong("table_oid"), oid -> new ArrayList<>())
                .add(PostgresqlTypes.column(this, row)));
        Map<Long, List<String>> keys = keys(connection, marks, schemas);
        return Rows.of(connection, TABLES.formatted(marks), schemas, row -> {
            long oid = row.getLong("table_oid");
            return table(row, schemas.get(0), columns.getOrDefault(oid, List.of()), keys.getOrDefault(oid, List.of()));
        });
    }

    private TableSpec table(ResultSet row, String defaultSchema, List<ColumnSpec> columns, List<String> key)
            throws SQLException {
        String schema = row.getString("nspname");
        String table = row.getString("relname");
        String kind = row.getString("relkind");
        boolean view = kind.equals("v") || kind.equals("f");
        // A key is of use only if each of its columns may be read.
        boolean keyReadable = columns.stream().map(ColumnSpec::name).toList().containsAll(key);
        List<String> usableKey = keyReadable ? key : List.of();
        return new TableSpec(
                schema.equals(defaultSchema) ? table : schema + "." + table,
                kind.equals("v") || kind.equals("m") ? "view" : "table",
                quoted(schema) + "." + quoted(table),
                columns,
                usableKey,
                row.getBoolean("readable"),
                random(columns, usableKey, view),
                TableFacts.rows(approximateRows(row, kind)));
    }

    private static @org.jspecify.annotations.Nullable Long approximateRows(ResultSet row, String kind)
            throws SQLException {
        double tuples = row.getDouble("reltuples");
        if (kind.equals("p")) {
            long parts = row.getLong("parts");
            return row.wasNull() || parts == 0 ? null : parts;
        }
        // Before PostgreSQL 14 a table that was never analysed says 0 rows in 0 pages.
        boolean unknown = tuples < 0 || (tuples == 0 && row.getLong("relpages") == 0);
        return unknown || kind.equals("v") || kind.equals("f") ? null : (long) tuples;
    }

    private static RandomAccess random(List<ColumnSpec> columns, List<String> key, boolean view) {
        if (key.size() == 1
                && columns.stream()
                        .anyMatch(column ->
                                column.name().equals(key.get(0)) && PostgresqlTypes.isWholeNumber(column.info()))) {
            return RandomAccess.RANGES;
        }
        return view ? RandomAccess.NONE : RandomAccess.TABLESAMPLE;
    }

    private static Map<Long, List<String>> keys(Connection connection, String marks, List<String> schemas)
            throws SQLException {
        Map<Long, Map<Long, List<String>>> indexes = new LinkedHashMap<>();
        Set<Long> nullable = new LinkedHashSet<>();
        Rows.of(connection, KEYS.formatted(marks), schemas, row -> {
            long index = row.getLong("index_oid");
            if (!row.getBoolean("not_null")) {
                nullable.add(index);
            }
            return indexes.computeIfAbsent(row.getLong("table_oid"), oid -> new LinkedHashMap<>())
                    .computeIfAbsent(index, oid -> new ArrayList<>())
                    .add(row.getString("attname"));
        });
        Map<Long, List<String>> keys = new LinkedHashMap<>();
        indexes.forEach((table, found) -> found.entrySet().stream()
                .filter(index -> !nullable.contains(index.getKey()))
                .findFirst()
                .ifPresent(index -> keys.put(table, index.getValue())));
        return keys;
    }

    private static List<String> schemas(Connection connection, String schema) throws SQLException {
        if (!schema.equals("*")) {
            return Arrays.stream(schema.split(",")).map(String::strip).toList();
        }
        Set<String> schemas = new LinkedHashSet<>(List.of(DEFAULT_SCHEMA));
        schemas.addAll(Rows.of(
                connection,
                "SELECT n.nspname FROM pg_namespace n WHERE n.nspname NOT LIKE 'pg!_%' ESCAPE '!'"
                        + " AND n.nspname <> 'information_schema' AND has_schema_privilege(n.oid, 'USAGE')"
                        + " ORDER BY n.nspname",
                List.of(),
                row -> row.getString(1)));
        return List.copyOf(schemas);
    }
}
