package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.error.BadRequestException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** H2 2: a file, or a server's database. */
final class H2Dialect implements Dialect {
    private static final String TABLES = """
            SELECT t.TABLE_SCHEMA, t.TABLE_NAME, t.TABLE_TYPE, t.ROW_COUNT_ESTIMATE,
              (SELECT count(*) FROM INFORMATION_SCHEMA.TRIGGERS g WHERE g.EVENT_OBJECT_SCHEMA = t.TABLE_SCHEMA
                AND g.EVENT_OBJECT_TABLE = t.TABLE_NAME) AS triggers
            FROM INFORMATION_SCHEMA.TABLES t WHERE UPPER(t.TABLE_SCHEMA) <> 'INFORMATION_SCHEMA'
            ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME""";

    private static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, c.IS_NULLABLE, c.NUMERIC_PRECISION,
              c.NUMERIC_SCALE, c.CHARACTER_MAXIMUM_LENGTH
            FROM INFORMATION_SCHEMA.COLUMNS c WHERE UPPER(c.TABLE_SCHEMA) <> 'INFORMATION_SCHEMA'
            ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION""";

    private static final String INDEXES = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.INDEX_NAME, c.COLUMN_NAME, c.ORDINAL_POSITION, c.IS_UNIQUE
            FROM INFORMATION_SCHEMA.INDEX_COLUMNS c JOIN INFORMATION_SCHEMA.INDEXES i
              ON i.INDEX_SCHEMA = c.INDEX_SCHEMA AND i.INDEX_NAME = c.INDEX_NAME
            ORDER BY CASE WHEN i.INDEX_TYPE_NAME = 'PRIMARY KEY' THEN 0 ELSE 1 END, c.INDEX_NAME, c.ORDINAL_POSITION""";

    @Override
    public DataSource driver(Settings settings, Limits limits) {
        if (settings.file().isEmpty() == settings.host().isEmpty()) {
            throw new BadRequestException(
                    dev.dayone.pilot.error.ErrorCode.PARAMETER_INVALID,
                    "Cannot attach '" + settings.source() + "': "
                            + (settings.file().isEmpty() ? "neither" : "both")
                            + " of the parameters 'path' and 'host' are given, expected one of them. Name a"
                            + " file or a server.");
        }
        return new H2Connections(settings);
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        return List.of(
                "SET QUERY_TIMEOUT " + limits.statementTimeout().toMillis(),
                "SET LOCK_TIMEOUT " + limits.lockTimeout().toMillis(),
                "SET TIME ZONE 'UTC'",
                // Else the engine collects a whole answer before its first row, on disk if it is large.
                "SET LAZY_QUERY_EXECUTION 1");
    }

    @Override
    public String readOnlySession() {
        return "A file was opened with ACCESS_MODE_DATA=r. A server's session cannot be set read-only: what is sent is"
                + " single SELECTs, and every transaction is rolled back.";
    }

    /** One of its types compares without regard to case. */
    @Override
    public String exact(ColumnSpec column) {
        boolean text = column.keys() == KeyValues.TEXT;
        return text ? "CAST(" + quoted(column.name()) + " AS varchar)" : Dialect.super.exact(column);
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        boolean file = !settings.file().isEmpty();
        String sql = "SELECT s.SETTING_VALUE, current_user FROM INFORMATION_SCHEMA.SETTINGS s"
                + " WHERE s.SETTING_NAME = 'info.VERSION'";
        List<String> facts = Rows.of(connection, sql, List.of(), row -> List.of(row.getString(1), row.getString(2)))
                .get(0);
        String tls = settings.tls().equals("require") ? "TLS" : "none";
        Rights rights = file ? new Rights(List.of(), List.of(), true) : new H2Rights(this, connection).rights();
        return new ProbeResult("H2", facts.get(0), "unknown", facts.get(1), file ? "none: a file" : tls, rights);
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        Map<String, List<ColumnSpec>> columns = new LinkedHashMap<>();
        Rows.of(connection, COLUMNS, List.of(), row -> columns.computeIfAbsent(from(row), from -> new ArrayList<>())
                .add(H2Types.column(this, row)));
        UniqueKeys keys = keys(connection, columns);
        List<String> schemas =
                Arrays.stream(settings.schema().split(",")).map(String::strip).toList();
        List<TableSpec> tables = new ArrayList<>();
        Rows.of(connection, TABLES, List.of(), row -> {
            boolean wanted = settings.schema().equals("*")
                    || schemas.stream().anyMatch(row.getString("TABLE_SCHEMA")::equalsIgnoreCase);
            return wanted && tables.add(table(row, columns.getOrDefault(from(row), List.of()), keys, schemas.get(0)));
        });
        Set<String> unreadable = unreadable(connection, tables);
        return tables.stream()
                .map(table -> unreadable.contains(table.name()) ? unreadable(table) : table)
                .toList();
    }

    private TableSpec table(ResultSet row, List<ColumnSpec> columns, UniqueKeys keys, String first)
            throws SQLException {
        String schema = row.getString("TABLE_SCHEMA");
        String name = row.getString("TABLE_NAME");
        boolean view = row.getString("TABLE_TYPE").equals("VIEW");
        String from = from(row);
        List<String> key = keys.key(from);
        boolean ranges = key.size() == 1
                && columns.stream()
                        .anyMatch(column -> column.name().equals(key.get(0)) && H2Types.isWholeNumber(column.info()));
        String home = first.equals("*") ? "PUBLIC" : first;
        return new TableSpec(
                schema.equalsIgnoreCase(home) ? name : schema + "." + name,
                view ? "view" : "table",
                from,
                columns,
                key,
                true,
                ranges ? RandomAccess.RANGES : RandomAccess.NONE,
                new TableFacts(
                        view ? null : row.getLong("ROW_COUNT_ESTIMATE"),
                        null,
                        keys.leading(from),
                        null,
                        !view && row.getLong("triggers") == 0));
    }

    private UniqueKeys keys(Connection connection, Map<String, List<ColumnSpec>> columns) throws SQLException {
        UniqueKeys keys = new UniqueKeys();
        Rows.of(connection, INDEXES, List.of(), row -> {
            String table = from(row);
            String index = row.getString("INDEX_NAME");
            String column = row.getString("COLUMN_NAME");
            if (row.getInt("ORDINAL_POSITION") == 1) {
                keys.addLeading(table, column);
            }
            keys.addUnique(table, index, column);
            boolean usable = columns.getOrDefault(table, List.of()).stream()
                    .anyMatch(known ->
                            known.name().equals(column) && !known.info().nullable() && !H2Types.isBinary(known.info()));
            if (!row.getBoolean("IS_UNIQUE") || !usable) {
                keys.spoil(table, index);
            }
            return index;
        });
        return keys;
    }

    /** The catalogue lists tables to whoever asks; a statement that reads no row tells which may be read. */
    private static Set<String> unreadable(Connection connection, List<TableSpec> tables) throws SQLException {
        Set<String> unreadable = new HashSet<>();
        for (TableSpec table : tables) {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT 1 FROM " + table.from() + " WHERE 1 = 0");
                    ResultSet none = statement.executeQuery()) {
                none.next();
            } catch (SQLException e) {
                unreadable.add(table.name());
            }
        }
        return unreadable;
    }

    private static TableSpec unreadable(TableSpec table) {
        return new TableSpec(
                table.name(),
                table.kind(),
                table.from(),
                table.columns(),
                table.key(),
                false,
                table.random(),
                table.facts());
    }

    private String from(ResultSet row) throws SQLException {
        return quoted(row.getString("TABLE_SCHEMA")) + "." + quoted(row.getString("TABLE_NAME"));
    }

    @Override
    public @Nullable FailureKind failure(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.WRONG_USER_OR_PASSWORD -> FailureKind.LOGIN_REFUSED;
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1,
                    ErrorCode.REMOTE_DATABASE_NOT_FOUND_1,
                    ErrorCode.DATABASE_NOT_FOUND_1 -> FailureKind.DATABASE_UNKNOWN;
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1, ErrorCode.ADMIN_RIGHTS_REQUIRED -> FailureKind.RIGHT_MISSING;
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1,
                    ErrorCode.VIEW_IS_INVALID_2 -> FailureKind.TABLE_UNKNOWN;
            case ErrorCode.COLUMN_NOT_FOUND_1 -> FailureKind.COLUMN_UNKNOWN;
            case ErrorCode.DATABASE_IS_READ_ONLY -> FailureKind.WRITE_REFUSED;
            case ErrorCode.STATEMENT_WAS_CANCELED, ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1 ->
                FailureKind.TIMED_OUT;
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> FailureKind.FILE_IN_USE;
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_ENCRYPTION_ERROR_1 -> FailureKind.FILE_NOT_READABLE;
            case ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_IS_CLOSED, ErrorCode.OBJECT_CLOSED ->
                FailureKind.BROKEN_OFF;
            default -> FailureKind.of(failure);
        };
    }

    @Override
    public @Nullable String writeRefusal(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_IS_READ_ONLY -> "read-only database";
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 -> "right missing";
            default -> null;
        };
    }
}
