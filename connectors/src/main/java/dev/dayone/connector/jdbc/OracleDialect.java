package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Oracle Database 12.2 and later. */
final class OracleDialect implements Dialect {
    static final String TABLES = """
            SELECT o.OWNER, o.OBJECT_NAME, o.OBJECT_TYPE, t.NUM_ROWS, t.BLOCKS, t.TEMPORARY,
              (SELECT COUNT(*) FROM ALL_TRIGGERS g WHERE g.TABLE_OWNER = o.OWNER AND g.TABLE_NAME = o.OBJECT_NAME)
                AS TRIGGER_COUNT
            FROM ALL_OBJECTS o JOIN ALL_USERS u ON u.USERNAME = o.OWNER
              LEFT JOIN ALL_TABLES t ON t.OWNER = o.OWNER AND t.TABLE_NAME = o.OBJECT_NAME
            WHERE o.OBJECT_TYPE IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW') AND u.ORACLE_MAINTAINED = 'N'
              AND COALESCE(t.NESTED, 'NO') = 'NO' AND COALESCE(t.SECONDARY, 'N') = 'N'
              AND o.OBJECT_NAME NOT LIKE 'BIN$%'
            ORDER BY o.OWNER, o.OBJECT_NAME, o.OBJECT_TYPE""";

    static final String COLUMNS = """
            SELECT c.OWNER, c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, c.DATA_PRECISION, c.DATA_SCALE, c.CHAR_LENGTH,
              c.NULLABLE
            FROM ALL_TAB_COLUMNS c JOIN ALL_USERS u ON u.USERNAME = c.OWNER WHERE u.ORACLE_MAINTAINED = 'N'
            ORDER BY c.OWNER, c.TABLE_NAME, c.COLUMN_ID""";

    static final String INDEXES = """
            SELECT i.TABLE_OWNER, i.TABLE_NAME, i.INDEX_NAME, x.COLUMN_NAME, x.COLUMN_POSITION, i.UNIQUENESS, c.NULLABLE,
              c.DATA_TYPE, i.INDEX_TYPE, (SELECT COUNT(*) FROM ALL_CONSTRAINTS p WHERE p.OWNER = i.TABLE_OWNER
                AND p.TABLE_NAME = i.TABLE_NAME AND p.INDEX_NAME = i.INDEX_NAME AND p.CONSTRAINT_TYPE = 'P') AS PRIMARY_KEY
            FROM ALL_INDEXES i JOIN ALL_IND_COLUMNS x ON x.INDEX_OWNER = i.OWNER AND x.INDEX_NAME = i.INDEX_NAME
              JOIN ALL_USERS u ON u.USERNAME = i.TABLE_OWNER
              LEFT JOIN ALL_TAB_COLUMNS c ON c.OWNER = i.TABLE_OWNER AND c.TABLE_NAME = i.TABLE_NAME
                AND c.COLUMN_NAME = x.COLUMN_NAME
            WHERE u.ORACLE_MAINTAINED = 'N' AND i.STATUS <> 'UNUSABLE'
            ORDER BY i.TABLE_OWNER, i.TABLE_NAME, PRIMARY_KEY DESC, i.INDEX_NAME, x.COLUMN_POSITION""";

    static final String FACTS = """
            SELECT (SELECT MIN(v.VERSION) FROM PRODUCT_COMPONENT_VERSION v WHERE v.PRODUCT LIKE 'Oracle%') AS VERSION,
              SYS_CONTEXT('USERENV', 'SESSION_USER') AS ACCOUNT, TO_CHAR(SYSTIMESTAMP, 'TZR') AS ZONE,
              SYS_CONTEXT('USERENV', 'NETWORK_PROTOCOL') AS PROTOCOL FROM dual""";

    /** A sample of blocks is below a hundred per cent and not under a millionth. */
    private static final BigDecimal MOST = new BigDecimal("99.9999");

    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final int BLOCK = 8192;

    @Override
    public DataSource driver(Settings settings, Limits limits) {
        return new OracleConnections(settings, limits);
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        return List.of("ALTER SESSION SET TIME_ZONE = '+00:00'", "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '.,'");
    }

    @Override
    public String readOnlySession() {
        return "Each transaction was made read-only on the server by its first statement: "
                + OracleConnections.READ_ONLY + ".";
    }

    @Override
    public String limited(String select, long rows) {
        return select + " FETCH FIRST " + rows + " ROWS ONLY";
    }

    @Override
    public String drawn(String from, BigDecimal percent, long seed) {
        return from + " SAMPLE BLOCK (" + percent.max(LEAST).min(MOST).toPlainString() + ") SEED (" + seed + ")";
    }

    @Override
    public String withoutTable() {
        return " FROM dual";
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        List<String> facts = Rows.of(
                        connection,
                        FACTS,
                        List.of(),
                        row -> List.of(
                                String.valueOf(row.getString("VERSION")),
                                String.valueOf(row.getString("ACCOUNT")),
                                String.valueOf(row.getString("ZONE")),
                                String.valueOf(row.getString("PROTOCOL"))))
                .get(0);
        return new ProbeResult(
                "Oracle",
                facts.get(0),
                facts.get(2),
                facts.get(1),
                facts.get(3).equals("tcps") ? "TLS" : "none",
                new OracleRights(this, connection, facts.get(1)).rights());
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        Map<String, List<ColumnSpec>> columns = new LinkedHashMap<>();
        Rows.of(
                connection,
                COLUMNS,
                List.of(),
                row -> OracleTypes.isRead(row.getString("DATA_TYPE"))
                        && columns.computeIfAbsent(from(row, "OWNER", "TABLE_NAME"), from -> new ArrayList<>())
                                .add(OracleTypes.column(this, row)));
        UniqueKeys keys = keys(connection);
        // Left empty, the account's own schema: its name as Oracle writes it.
        String own = settings.schema().isEmpty() ? settings.username().toUpperCase(Locale.ROOT) : settings.schema();
        List<String> schemas = Arrays.stream(own.split(",")).map(String::strip).toList();
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        Rows.of(connection, TABLES, List.of(), row -> {
            String from = from(row, "OWNER", "OBJECT_NAME");
            if (own.equals("*") || schemas.contains(row.getString("OWNER"))) {
                // A materialised view is listed as a table too.
                tables.putIfAbsent(from, table(row, columns.getOrDefault(from, List.of()), keys, schemas.get(0)));
            }
            return from;
        });
        return List.copyOf(tables.values());
    }

    private TableSpec table(ResultSet row, List<ColumnSpec> columns, UniqueKeys keys, String first)
            throws SQLException {
        String from = from(row, "OWNER", "OBJECT_NAME");
        String owner = row.getString("OWNER");
        String name = row.getString("OBJECT_NAME");
        boolean view = !row.getString("OBJECT_TYPE").equals("TABLE");
        List<String> key = keys.key(from);
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(
                                column -> column.name().equals(key.get(0)) && OracleTypes.isWholeNumber(column.info()));
        RandomAccess other = view ? RandomAccess.NONE : RandomAccess.TABLESAMPLE;
        return new TableSpec(
                owner.equals(first) ? name : owner + "." + name,
                view ? "view" : "table",
                from,
                columns,
                key,
                // The catalogue shows an account only what it may use in some way; the columns say whether by reading.
                !columns.isEmpty(),
                ranges ? RandomAccess.RANGES : other,
                new TableFacts(
                        number(row, "NUM_ROWS", 1),
                        number(row, "BLOCKS", BLOCK),
                        keys.leading(from),
                        null,
                        !view && row.getInt("TRIGGER_COUNT") == 0));
    }

    private UniqueKeys keys(Connection connection) throws SQLException {
        UniqueKeys keys = new UniqueKeys();
        Rows.of(connection, INDEXES, List.of(), row -> {
            String table = from(row, "TABLE_OWNER", "TABLE_NAME");
            String index = row.getString("INDEX_NAME");
            String column = row.getString("COLUMN_NAME");
            boolean plain = "N".equals(row.getString("NULLABLE"));
            if (row.getInt("COLUMN_POSITION") == 1 && row.getString("DATA_TYPE") != null) {
                keys.addLeading(table, column);
            }
            keys.addUnique(table, index, column);
            if (!"UNIQUE".equals(row.getString("UNIQUENESS")) || !plain) {
                keys.spoil(table, index);
            }
            return index;
        });
        return keys;
    }

    private static @Nullable Long number(ResultSet row, String column, long times) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value * times;
    }

    private String from(ResultSet row, String owner, String name) throws SQLException {
        return quoted(row.getString(owner)) + "." + quoted(row.getString(name));
    }

    @Override
    public @Nullable FailureKind failure(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1005, 1017, 1045, 28000, 28001, 28002, 28003 -> FailureKind.LOGIN_REFUSED;
            case 12504, 12505, 12514, 12521 -> FailureKind.DATABASE_UNKNOWN;
            case 1031, 41900 -> FailureKind.RIGHT_MISSING;
            case 942, 980, 4043, 4063, 8103 -> FailureKind.TABLE_UNKNOWN;
            case 904 -> FailureKind.COLUMN_UNKNOWN;
            case 1456, 16000 -> FailureKind.WRITE_REFUSED;
            case 54, 60, 51, 1013, 30006 -> FailureKind.TIMED_OUT;
            // Not serialisable, or a page older than what the server keeps: the page is asked for again.
            case 8177, 1555, 28, 1012, 1033, 1034, 1089, 1092, 3113, 3114, 3135, 2396, 17002, 17008, 17410 ->
                FailureKind.BROKEN_OFF;
            case 12170, 12516, 12518, 12519, 12520, 12528, 12541, 12543, 12545, 12547, 17800, 17820, 17868, 18, 20 ->
                FailureKind.UNREACHABLE;
            default -> FailureKind.of(failure);
        };
    }

    @Override
    public @Nullable String writeRefusal(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1456, 16000 -> "read-only transaction";
            case 1031, 41900 -> "right missing";
            default -> null;
        };
    }
}
