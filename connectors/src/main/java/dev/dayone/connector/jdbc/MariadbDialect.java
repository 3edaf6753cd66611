package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.snapshot.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.5 and later; also MySQL 5.7 and later, by the same driver. */
final class MariadbDialect implements Dialect {
    private static final String ZONES = "SELECT @@global.time_zone, @@system_time_zone";
    private static final String TLS = "SHOW SESSION STATUS LIKE 'Ssl_version'";
    private static final String EXPLAIN = "EXPLAIN FORMAT=JSON ";

    private static final Pattern OWN =
            Pattern.compile(MariadbRights.STATEMENTS.pattern() + "|" + Pattern.quote(ZONES) + "|" + Pattern.quote(TLS));

    private static final String TABLES = """
            SELECT t.TABLE_NAME, t.TABLE_TYPE, t.TABLE_ROWS, t.DATA_LENGTH + t.INDEX_LENGTH AS BYTES,
              CAST(CAST(t.UPDATE_TIME AS datetime) AS CHAR) AS CHANGED
            FROM information_schema.TABLES t
            WHERE t.TABLE_SCHEMA = database() AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
            ORDER BY t.TABLE_NAME""";

    private static final String COLUMNS = """
            SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.DATA_TYPE, c.IS_NULLABLE, c.NUMERIC_PRECISION,
              c.NUMERIC_SCALE, c.CHARACTER_MAXIMUM_LENGTH
            FROM information_schema.COLUMNS c WHERE c.TABLE_SCHEMA = database() AND c.PRIVILEGES LIKE '%select%'
            ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION""";

    private static final String KEYS = """
            SELECT s.TABLE_NAME, s.INDEX_NAME, s.COLUMN_NAME, s.NULLABLE, s.SUB_PART, s.NON_UNIQUE, s.SEQ_IN_INDEX
            FROM information_schema.STATISTICS s
            WHERE s.TABLE_SCHEMA = database() AND s.INDEX_TYPE IN ('BTREE', 'HASH')
            ORDER BY s.TABLE_NAME, CASE WHEN s.INDEX_NAME = 'PRIMARY' THEN 0 ELSE 1 END, s.INDEX_NAME, s.SEQ_IN_INDEX""";

    @Override
    public char quote() {
        return '`';
    }

    @Override
    public Pattern ownStatements() {
        return OWN;
    }

    @Override
    public DataSource driver(Settings settings, Limits limits) throws SQLException {
        return new MariadbConnections(settings, limits);
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        long seconds = Math.max(1, limits.lockTimeout().toSeconds());
        return List.of(
                "SET SESSION TRANSACTION READ ONLY",
                "SET SESSION lock_wait_timeout = " + seconds,
                "SET SESSION innodb_lock_wait_timeout = " + seconds,
                "SET SESSION time_zone = '+00:00'",
                "SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION'");
    }

    @Override
    public List<String> sessionSetup(Limits limits, Settings settings, Connection connection) throws SQLException {
        long millis = limits.statementTimeout().toMillis();
        boolean maria = connection.getMetaData().getDatabaseProductName().contains("MariaDB");
        return List.of(
                maria
                        ? "SET SESSION max_statement_time = " + millis / 1000.0
                        : "SET SESSION max_execution_time = " + millis,
                // The database is chosen here, for a name with a slash or question mark does not fit into a URL.
                "USE " + quoted(settings.database()));
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        List<String> facts = Rows.of(
                        connection,
                        "SELECT version() AS v, current_user AS u",
                        List.of(),
                        row -> List.of(row.getString(1), row.getString(2)))
                .get(0);
        List<String> zones = Rows.of(connection, ZONES, List.of(), row -> List.of(row.getString(1), row.getString(2)))
                .get(0);
        List<String> tls = Rows.of(connection, TLS, List.of(), row -> row.getString(2));
        boolean mysql = !facts.get(0).contains("MariaDB");
        return new ProbeResult(
                mysql ? "MySQL" : "MariaDB",
                facts.get(0),
                zones.get(0).equals("SYSTEM") ? zones.get(1) : zones.get(0),
                facts.get(1),
                tls.isEmpty() || tls.get(0).isEmpty() ? "none" : tls.get(0),
                new MariadbRights(connection, settings, mysql).read());
    }

    @Override
    public OptionalLong estimatedRows(Connection connection, String select) throws SQLException {
        return Plans.rows(
                connection,
                EXPLAIN + select,
                (field, node) ->
                        field.equals("rows_examined_per_scan") || (field.equals("rows") && node.has("table_name")));
    }

    @Override
    public String exact(ColumnSpec column) {
        return column.info().type().kind() == ColumnType.Kind.STRING
                ? "CAST(" + quoted(column.name()) + " AS BINARY)"
                : quoted(column.name());
    }

    @Override
    public @Nullable String writeRefusal(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1792 -> "read-only transaction";
            case 1290, 1836 -> "read-only server";
            case 1044, 1142, 1143, 1227 -> "right missing";
            default -> null;
        };
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        Map<String, List<ColumnSpec>> columns = new LinkedHashMap<>();
        MariadbChoices choices = MariadbChoices.of(connection);
        Rows.of(connection, COLUMNS, List.of(), row -> columns.computeIfAbsent(
                        row.getString("TABLE_NAME"), table -> new ArrayList<>())
                .add(choices.declare(row.getString("TABLE_NAME"), MariadbTypes.column(this, row))));
        UniqueKeys keys = keys(connection);
        return Rows.of(connection, TABLES, List.of(), row -> {
            String name = row.getString("TABLE_NAME");
            return table(row, columns.getOrDefault(name, List.of()), keys);
        });
    }

    private TableSpec table(ResultSet row, List<ColumnSpec> columns, UniqueKeys keys) throws SQLException {
        String name = row.getString("TABLE_NAME");
        boolean view = row.getString("TABLE_TYPE").equals("VIEW");
        long rows = row.getLong("TABLE_ROWS");
        Long approximate = row.wasNull() || view ? null : rows;
        long bytes = row.getLong("BYTES");
        Long size = row.wasNull() || view ? null : bytes;
        List<String> readable = columns.stream().map(ColumnSpec::name).toList();
        List<String> key = keys.key(name);
        List<String> usableKey = readable.containsAll(key) ? key : List.of();
        TableFacts facts = new TableFacts(
                approximate,
                size,
                keys.leading(name).stream().filter(readable::contains).toList(),
                TimeText.instant(row.getString("CHANGED")),
                !view);
        return new TableSpec(
                name,
                view ? "view" : "table",
                quoted(name),
                columns,
                usableKey,
                !readable.isEmpty(),
                random(columns, usableKey),
                facts);
    }

    /** A prefix or an expression tells rows apart no better than a column that may be empty. */
    private static UniqueKeys keys(Connection connection) throws SQLException {
        UniqueKeys keys = new UniqueKeys();
        Rows.of(connection, KEYS, List.of(), row -> {
            String table = row.getString("TABLE_NAME");
            String index = row.getString("INDEX_NAME");
            String column = row.getString("COLUMN_NAME");
            boolean whole = column != null && row.getObject("SUB_PART") == null;
            if (whole && row.getInt("SEQ_IN_INDEX") == 1) {
                keys.addLeading(table, column);
            }
            keys.addUnique(table, index, column);
            if (row.getInt("NON_UNIQUE") != 0 || !whole || "YES".equals(row.getString("NULLABLE"))) {
                keys.spoil(table, index);
            }
            return index;
        });
        return keys;
    }

    private static RandomAccess random(List<ColumnSpec> columns, List<String> key) {
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(column ->
                                column.name().equals(key.get(0)) && MariadbTypes.isWholeNumber(column.info()));
        return ranges ? RandomAccess.RANGES : RandomAccess.NONE;
    }
}
