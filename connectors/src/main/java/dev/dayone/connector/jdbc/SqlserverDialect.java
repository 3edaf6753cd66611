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
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQL Server 2016 and later, and Azure SQL. */
final class SqlserverDialect implements Dialect {
    static final String TABLES = """
            SELECT o.object_id, s.name AS schema_name, o.name AS table_name, o.type AS kind,
              HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'SELECT') AS readable,
              (SELECT SUM(p.rows) FROM sys.partitions p WHERE p.object_id = o.object_id AND p.index_id IN (0, 1))
                AS approximate_rows,
              (SELECT SUM(a.total_pages) * 8192 FROM sys.partitions p JOIN sys.allocation_units a
                ON a.container_id = p.partition_id WHERE p.object_id = o.object_id) AS approximate_bytes,
              (SELECT COUNT(*) FROM sys.triggers g WHERE g.parent_id = o.object_id) AS triggers
            FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
            WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY s.name, o.name""";

    static final String COLUMNS = """
            SELECT c.object_id, c.name AS column_name, COALESCE(b.name, t.name) AS type_name, c.max_length, c.precision,
              c.scale, c.is_nullable
            FROM sys.columns c JOIN sys.objects o ON o.object_id = c.object_id
              JOIN sys.types t ON t.user_type_id = c.user_type_id
              LEFT JOIN sys.types b ON b.user_type_id = c.system_type_id
            WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY c.object_id, c.column_id""";

    static final String INDEXES = """
            SELECT i.object_id, i.index_id, c.name AS column_name, x.key_ordinal, c.is_nullable, i.is_unique, i.has_filter
            FROM sys.indexes i JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id
              JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
              JOIN sys.objects o ON o.object_id = i.object_id
            WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 AND x.key_ordinal > 0 AND i.is_disabled = 0
              AND i.is_hypothetical = 0 AND i.type IN (1, 2)
            ORDER BY i.object_id, i.is_primary_key DESC, i.index_id, x.key_ordinal""";

    static final String FACTS = """
            SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS version, SUSER_SNAME() AS account,
              DATENAME(TZOFFSET, SYSDATETIMEOFFSET()) AS zone""";

    @Override
    public DataSource driver(Settings settings, Limits limits) {
        return new SqlserverConnections(settings, limits);
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        return List.of(
                "SET LOCK_TIMEOUT " + limits.lockTimeout().toMillis(),
                // Of two that wait for each other, dayone gives way.
                "SET DEADLOCK_PRIORITY LOW",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET QUOTED_IDENTIFIER ON",
                "SET DATEFORMAT ymd");
    }

    @Override
    public String readOnlySession() {
        return "SQL Server cannot set a session read-only: the connection says ApplicationIntent=ReadOnly, what is sent"
                + " is single SELECTs, and every transaction is rolled back. The proof rests on the account's rights.";
    }

    @Override
    public String limited(String select, long rows) {
        return "SELECT TOP (" + rows + ")" + select.substring("SELECT".length());
    }

    @Override
    public String drawn(String from, BigDecimal percent, long seed) {
        return from + " TABLESAMPLE SYSTEM (" + percent.toPlainString() + " PERCENT) REPEATABLE (" + seed + ")";
    }

    /** Most collations compare without regard to case, and all without regard to spaces at the end. */
    @Override
    public String exact(ColumnSpec column) {
        boolean text = column.keys() == KeyValues.TEXT;
        return text ? "CONVERT(varbinary(max), " + quoted(column.name()) + ")" : Dialect.super.exact(column);
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        List<String> facts = Rows.of(
                        connection,
                        FACTS,
                        List.of(),
                        row -> List.of(row.getString("version"), row.getString("account"), row.getString("zone")))
                .get(0);
        return new ProbeResult(
                "SQL Server",
                facts.get(0),
                facts.get(2),
                facts.get(1),
                settings.tls().equals("disable") ? "none" : "TLS",
                new SqlserverRights(this, connection).rights());
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        Map<String, List<ColumnSpec>> columns = new LinkedHashMap<>();
        Rows.of(connection, COLUMNS, List.of(), row -> columns.computeIfAbsent(
                        row.getString("object_id"), table -> new ArrayList<>())
                .add(SqlserverTypes.column(this, row)));
        UniqueKeys keys = keys(connection);
        List<String> schemas =
                Arrays.stream(settings.schema().split(",")).map(String::strip).toList();
        List<TableSpec> tables = new ArrayList<>();
        Rows.of(connection, TABLES, List.of(), row -> {
            boolean wanted = settings.schema().equals("*") || schemas.contains(row.getString("schema_name"));
            List<ColumnSpec> own = columns.getOrDefault(row.getString("object_id"), List.of());
            return wanted && tables.add(table(row, own, keys, schemas.get(0)));
        });
        return tables;
    }

    private TableSpec table(ResultSet row, List<ColumnSpec> columns, UniqueKeys keys, String first)
            throws SQLException {
        String id = row.getString("object_id");
        String schema = row.getString("schema_name");
        String name = row.getString("table_name");
        boolean view = row.getString("kind").strip().equals("V");
        List<String> key = keys.key(id);
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(column ->
                                column.name().equals(key.get(0)) && SqlserverTypes.isWholeNumber(column.info()));
        RandomAccess other = view ? RandomAccess.NONE : RandomAccess.TABLESAMPLE;
        return new TableSpec(
                schema.equals(first.equals("*") ? "dbo" : first) ? name : schema + "." + name,
                view ? "view" : "table",
                quoted(schema) + "." + quoted(name),
                columns,
                key,
                row.getInt("readable") == 1,
                ranges ? RandomAccess.RANGES : other,
                new TableFacts(
                        view ? null : row.getLong("approximate_rows"),
                        view ? null : row.getLong("approximate_bytes"),
                        keys.leading(id),
                        null,
                        !view && row.getInt("triggers") == 0));
    }

    private static UniqueKeys keys(Connection connection) throws SQLException {
        UniqueKeys keys = new UniqueKeys();
        Rows.of(connection, INDEXES, List.of(), row -> {
            String table = row.getString("object_id");
            String index = row.getString("index_id");
            if (row.getInt("key_ordinal") == 1) {
                keys.addLeading(table, row.getString("column_name"));
            }
            keys.addUnique(table, index, row.getString("column_name"));
            if (row.getInt("is_unique") == 0 || row.getInt("has_filter") == 1 || row.getInt("is_nullable") == 1) {
                keys.spoil(table, index);
            }
            return index;
        });
        return keys;
    }

    @Override
    public @Nullable FailureKind failure(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 18452, 18456, 18470, 18486, 18487, 18488 -> FailureKind.LOGIN_REFUSED;
            case 911, 4060, 916 -> FailureKind.DATABASE_UNKNOWN;
            case 229, 230, 262, 297, 300, 6004 -> FailureKind.RIGHT_MISSING;
            case 208, 2812 -> FailureKind.TABLE_UNKNOWN;
            case 207 -> FailureKind.COLUMN_UNKNOWN;
            case 3906, 3908 -> FailureKind.WRITE_REFUSED;
            case -2, 1205, 1222, 3617 -> FailureKind.TIMED_OUT;
            case 10928, 10929, 40501, 40613, 17809, 18401 -> FailureKind.UNREACHABLE;
            case 596, 6005, 64, 233, 10053, 10054, 40197, 40143 -> FailureKind.BROKEN_OFF;
            default -> other(failure);
        };
    }

    /** The driver's own failures have no number: it puts all that befalls a connection under one state. */
    private static @Nullable FailureKind other(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals("08S01") && String.valueOf(failure.getMessage()).contains("TCP/IP connection to the host")) {
            return FailureKind.UNREACHABLE;
        }
        return state.equals("HY008") ? FailureKind.TIMED_OUT : FailureKind.of(failure);
    }

    @Override
    public @Nullable String writeRefusal(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 229, 230, 262 -> "right missing";
            case 3906, 3908 -> "read-only database";
            default -> null;
        };
    }
}
