package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL 12 and later. */
final class PostgresqlDialect implements Dialect {
    private static final String DEFAULT_SCHEMA = "public";

    /**
     * The driver names the client's zone when it logs in, and nothing that every account may read shows the setting
     * below. A setting of the role or database is told by the catalogue; else the server's log, whose zone is set with
     * the other when a server is made, stands for it.
     */
    private static final String FACTS = """
            SELECT current_setting('server_version') AS version, current_user AS account,
              coalesce((SELECT substring(c.c, 10) FROM pg_db_role_setting s, unnest(s.setconfig) c
                WHERE lower(c.c) LIKE 'timezone=%' AND s.setdatabase IN (0, (SELECT d.oid FROM pg_database d
                  WHERE d.datname = current_database()))
                AND s.setrole IN (0, (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user))
                ORDER BY s.setrole = 0, s.setdatabase = 0 LIMIT 1), current_setting('log_timezone')) AS zone,
              coalesce((SELECT CASE WHEN t.ssl THEN t.version ELSE 'none' END FROM pg_stat_ssl t
                WHERE t.pid = pg_backend_pid()), 'none') AS tls""";

    private static final String TABLES = """
            SELECT c.oid AS table_oid, n.nspname, c.relname, CAST(c.relkind AS text) AS relkind, c.reltuples, c.relpages,
              has_schema_privilege(n.oid, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT') AS readable,
              c.relkind IN ('r', 'p', 'm') AND has_table_privilege(c.oid, 'SELECT') AS all_readable,
              CAST(current_setting('block_size') AS bigint) * (c.relpages + coalesce(t.relpages, 0)) AS bytes,
              CASE WHEN c.relkind = 'p' THEN (SELECT CAST(sum(greatest(i.reltuples, 0)) AS bigint)
                FROM pg_partition_tree(c.oid) h JOIN pg_class i ON i.oid = h.relid WHERE h.isleaf) END AS parts,
              CASE WHEN c.relkind = 'p' THEN (SELECT CAST(current_setting('block_size') AS bigint) * sum(i.relpages)
                FROM pg_partition_tree(c.oid) h JOIN pg_class i ON i.oid = h.relid WHERE h.isleaf) END AS part_bytes,
              c.relkind IN ('r', 'p') AND NOT c.relhasrules AND NOT EXISTS (SELECT 1 FROM pg_trigger g
                WHERE g.tgrelid = c.oid AND NOT g.tgisinternal) AS plain
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname IN (%s)
            ORDER BY n.nspname, c.relname""";

    private static final String LEADING = """
            SELECT DISTINCT i.indrelid AS table_oid, a.attname
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
              JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
            WHERE i.indisvalid AND i.indpred IS NULL AND m.amname = 'btree' AND NOT c.relispartition
              AND n.nspname IN (%s)""";

    private static final String COLUMNS = """
            SELECT a.attrelid AS table_oid, a.attname, format_type(a.atttypid, a.atttypmod) AS declared, a.attnotnull,
              CAST(coalesce(b.typname, t.typname) AS text) AS type_name,
              CAST(coalesce(b.typtype, t.typtype) AS text) AS type_type,
              CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS type_modifier,
              a.attstorage IN ('x', 'e') AND a.attrelid IN (SELECT s.oid FROM pg_class s
                WHERE s.relkind IN ('r', 'm') AND s.reloptions IS NULL
                AND (s.reltoastrelid = 0 OR pg_relation_size(s.reltoastrelid) = 0)
                AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhparent = s.oid)) AS all_short
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
    public boolean copies() {
        return true;
    }

    /** A row's place: its block, and its number in there. */
    @Override
    public String place() {
        return "ctid";
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
                "SET max_parallel_workers_per_gather = 0",
                "SET TIME ZONE 'UTC'",
                "SET DateStyle = 'ISO, YMD'",
                "SET IntervalStyle = 'postgres'",
                "SET bytea_output = 'hex'");
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        Rights rights = PostgresqlRights.of(connection, this);
        return Rows.of(
                        connection,
                        FACTS,
                        List.of(),
                        row -> new ProbeResult(
                                "PostgreSQL",
                                row.getString("version"),
                                row.getString("zone"),
                                row.getString("account"),
                                row.getString("tls"),
                                rights))
                .get(0);
    }

    @Override
    public OptionalLong estimatedRows(Connection connection, String select) throws SQLException {
        return Plans.rows(
                connection,
                "EXPLAIN (FORMAT JSON) " + select,
                (field, node) -> field.equals("Plan Rows")
                        && node.path("Node Type").asText().contains("Scan"));
    }

    /** Not the column itself: a type such as citext takes values for equal that read differently. */
    @Override
    public String exact(ColumnSpec column) {
        return column.info().type().kind() == ColumnType.Kind.STRING
                ? column.cursorExpression()
                : quoted(column.name());
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        List<String> schemas = schemas(connection, settings.schema());
        String marks = String.join(", ", schemas.stream().map(schema -> "?").toList());
        Map<Long, List<ColumnSpec>> columns = new LinkedHashMap<>();
        PostgresqlChoices choices = PostgresqlChoices.of(connection, marks, schemas);
        Rows.of(connection, COLUMNS.formatted(marks), schemas, row -> columns.computeIfAbsent(
                        row.getLong("table_oid"), oid -> new ArrayList<>())
                .add(choices.declare(row.getLong("table_oid"), PostgresqlTypes.column(this, row))));
        Map<Long, List<String>> keys = keys(connection, marks, schemas);
        Map<Long, List<String>> leading = new LinkedHashMap<>();
        Rows.of(connection, LEADING.formatted(marks), schemas, row -> leading.computeIfAbsent(
                        row.getLong("table_oid"), oid -> new ArrayList<>())
                .add(row.getString("attname")));
        return Rows.of(connection, TABLES.formatted(marks), schemas, row -> {
            long oid = row.getLong("table_oid");
            TableSpec table =
                    table(row, schemas.get(0), columns.getOrDefault(oid, List.of()), keys.getOrDefault(oid, List.of()));
            return with(table, row, leading.getOrDefault(oid, List.of()));
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
        Long approximate = approximateRows(row, kind);
        return new TableSpec(
                schema.equals(defaultSchema) ? table : schema + "." + table,
                kind.equals("v") || kind.equals("m") ? "view" : "table",
                quoted(schema) + "." + quoted(table),
                columns,
                usableKey,
                row.getBoolean("readable"),
                random(columns, usableKey, view || approximate == null || approximate == 0),
                TableFacts.rows(approximate));
    }

    private static TableSpec with(TableSpec table, ResultSet row, List<String> leading) throws SQLException {
        boolean parts = row.getString("relkind").equals("p");
        long bytes = row.getLong(parts ? "part_bytes" : "bytes");
        boolean sized = table.facts().approximateRows() != null;
        return table.with(new TableFacts(
                table.facts().approximateRows(),
                sized ? bytes : null,
                leading.stream().filter(table.byName()::containsKey).toList(),
                null,
                row.getBoolean("plain"),
                row.getBoolean("all_readable")));
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

    /**
     * Blocks drawn by the server: a sample of one row in a hundred reads one block in a hundred, however rows lie on
     * disk, while key ranges also read the index and as many blocks as their rows are scattered over. Its share must be
     * worked out from a number of rows.
     */
    private static RandomAccess random(List<ColumnSpec> columns, List<String> key, boolean uncounted) {
        if (!uncounted) {
            return RandomAccess.TABLESAMPLE;
        }
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(column ->
                                column.name().equals(key.get(0)) && PostgresqlTypes.isWholeNumber(column.info()));
        return ranges ? RandomAccess.RANGES : RandomAccess.NONE;
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
