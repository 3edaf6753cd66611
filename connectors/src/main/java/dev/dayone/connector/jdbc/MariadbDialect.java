package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** MariaDB 10.5 and later; also MySQL 5.7 and later, by the same driver. */
final class MariadbDialect implements Dialect {
    static final String GRANTS = "SHOW GRANTS";

    private static final String ZONES = "SELECT @@global.time_zone, @@system_time_zone";

    private static final Pattern OWN = Pattern.compile("SHOW GRANTS( FOR `(?:[^`]|``)+`(@`(?:[^`]|``)+`)?)?"
            + "|SET ROLE (NONE|`(?:[^`]|``)+`(@`(?:[^`]|``)+`)?)|" + Pattern.quote(ZONES));

    private static final String TABLES = """
            SELECT t.TABLE_NAME, t.TABLE_TYPE, t.TABLE_ROWS FROM information_schema.TABLES t
            WHERE t.TABLE_SCHEMA = database() AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
            ORDER BY t.TABLE_NAME""";

    private static final String COLUMNS = """
            SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.DATA_TYPE, c.IS_NULLABLE, c.NUMERIC_PRECISION,
              c.NUMERIC_SCALE, c.CHARACTER_MAXIMUM_LENGTH
            FROM information_schema.COLUMNS c WHERE c.TABLE_SCHEMA = database()
            ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION""";

    private static final String KEYS = """
            SELECT s.TABLE_NAME, s.INDEX_NAME, s.COLUMN_NAME, s.NULLABLE, s.SUB_PART
            FROM information_schema.STATISTICS s WHERE s.TABLE_SCHEMA = database() AND s.NON_UNIQUE = 0
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
    public boolean comparesRowValues() {
        return false;
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
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        List<String> facts = Rows.of(
                        connection,
                        "SELECT version() AS v, current_user AS u",
                        List.of(),
                        row -> List.of(row.getString(1), row.getString(2)))
                .get(0);
        List<String> zones = Rows.of(connection, ZONES, List.of(), row -> List.of(row.getString(1), row.getString(2)))
                .get(0);
        List<String> grants = new ArrayList<>(Rows.of(connection, GRANTS, List.of(), row -> row.getString(1)));
        boolean complete = followRoles(connection, grants);
        return new ProbeResult(
                facts.get(0).contains("MariaDB") ? "MariaDB" : "MySQL",
                facts.get(0),
                zones.get(0).equals("SYSTEM") ? zones.get(1) : zones.get(0),
                facts.get(1),
                "unknown",
                new Rights(MariadbGrants.writeRights(grants, settings.database()), List.of(), complete));
    }

    /** Adds the grants of roles, and of their roles, to the account's; answers whether the server showed them all. */
    private static boolean followRoles(Connection connection, List<String> grants) throws SQLException {
        Set<String> seen = new LinkedHashSet<>();
        boolean complete = true;
        for (int i = 0; i < grants.size(); i++) {
            for (String role : MariadbGrants.roles(grants.get(i))) {
                if (seen.add(role)) {
                    List<String> found = grantsOf(connection, role);
                    complete = complete && !found.isEmpty();
                    grants.addAll(found);
                }
            }
        }
        return complete;
    }

    /** A server may show a role's grants to whoever has taken it up only; the session stays read-only meanwhile. */
    private static List<String> grantsOf(Connection connection, String role) throws SQLException {
        try {
            return Rows.of(connection, GRANTS + " FOR " + role, List.of(), row -> row.getString(1));
        } catch (SQLException kept) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + role);
                return Rows.of(connection, GRANTS, List.of(), row -> row.getString(1));
            } catch (SQLException e) {
                return List.of();
            } finally {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET ROLE NONE");
                }
            }
        }
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        Map<String, List<ColumnSpec>> columns = new LinkedHashMap<>();
        Rows.of(connection, COLUMNS, List.of(), row -> columns.computeIfAbsent(
                        row.getString("TABLE_NAME"), table -> new ArrayList<>())
                .add(MariadbTypes.column(this, row)));
        Map<String, List<String>> keys = keys(connection);
        return Rows.of(connection, TABLES, List.of(), row -> {
            String table = row.getString("TABLE_NAME");
            boolean view = row.getString("TABLE_TYPE").equals("VIEW");
            long rows = row.getLong("TABLE_ROWS");
            Long approximate = row.wasNull() || view ? null : rows;
            List<ColumnSpec> found = columns.getOrDefault(table, List.of());
            List<String> key = keys.getOrDefault(table, List.of());
            return new TableSpec(
                    table,
                    view ? "view" : "table",
                    quoted(table),
                    found,
                    key,
                    true,
                    random(found, key),
                    TableFacts.rows(approximate));
        });
    }

    private static RandomAccess random(List<ColumnSpec> columns, List<String> key) {
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(column ->
                                column.name().equals(key.get(0)) && MariadbTypes.isWholeNumber(column.info()));
        return ranges ? RandomAccess.RANGES : RandomAccess.NONE;
    }

    private static Map<String, List<String>> keys(Connection connection) throws SQLException {
        Map<String, Map<String, List<String>>> indexes = new LinkedHashMap<>();
        Map<String, Boolean> unusable = new LinkedHashMap<>();
        Rows.of(connection, KEYS, List.of(), row -> {
            String table = row.getString("TABLE_NAME");
            String index = row.getString("INDEX_NAME");
            String column = row.getString("COLUMN_NAME");
            // A nullable or prefixed column, or an expression, does not tell rows apart.
            if (column == null || "YES".equals(row.getString("NULLABLE")) || row.getObject("SUB_PART") != null) {
                unusable.put(table + '\0' + index, true);
            }
            return indexes.computeIfAbsent(table, name -> new LinkedHashMap<>())
                    .computeIfAbsent(index, name -> new ArrayList<>())
                    .add(String.valueOf(column));
        });
        Map<String, List<String>> keys = new LinkedHashMap<>();
        indexes.forEach((table, found) -> found.entrySet().stream()
                .filter(index -> !unusable.containsKey(table + '\0' + index.getKey()))
                .findFirst()
                .ifPresent(index -> keys.put(table, index.getValue())));
        return keys;
    }
}
