package dev.dayone.connector.jdbc;

import dev.dayone.connector.DiscoveredTable.RandomAccess;
import dev.dayone.pilot.Limits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite 3: a file, without accounts. */
final class SqliteDialect implements Dialect {
    private static final String TABLES = """
            SELECT l.name, l.type, l.wr FROM pragma_table_list l
            WHERE l.schema = 'main' AND l.type IN ('table', 'view', 'virtual') AND l.name NOT LIKE 'sqlite!_%' ESCAPE '!'
            ORDER BY l.name""";

    private static final String COLUMNS = """
            SELECT x.name, x.type, x."notnull" AS required, x.pk FROM pragma_table_xinfo(?) x
            WHERE x.hidden IN (0, 2, 3) ORDER BY x.cid""";

    private static final String INDEXES = """
            SELECT l.name, l."unique" AS is_unique, l.partial, i.seqno, i.name AS column_name
            FROM pragma_index_list(?) l, pragma_index_info(l.name) i ORDER BY l.seq, i.seqno""";

    /** A column as the file declares it; {@code place} in the primary key, 0: outside. */
    private record Declared(String name, String type, boolean required, int place) {}

    @Override
    public DataSource driver(Settings settings, Limits limits) {
        return new SqliteConnections(Path.of(settings.file()));
    }

    @Override
    public List<String> sessionSetup(Limits limits) {
        return List.of(
                "PRAGMA query_only = ON",
                "PRAGMA busy_timeout = " + limits.lockTimeout().toMillis(),
                // What is sorted stays out of files of its own, and a view calls nothing that reaches outside.
                "PRAGMA temp_store = MEMORY",
                "PRAGMA trusted_schema = OFF");
    }

    @Override
    public String readOnlySession() {
        return "The file was opened with mode=ro and the session set to PRAGMA query_only = ON.";
    }

    @Override
    public boolean comparesRowValues() {
        return true;
    }

    /** Some columns are declared to compare without regard to case. */
    @Override
    public String exact(ColumnSpec column) {
        boolean text = column.keys() == KeyValues.TEXT;
        return text ? "CAST(" + quoted(column.name()) + " AS blob)" : Dialect.super.exact(column);
    }

    /** Most applications leave the noughts of a fraction out. */
    @Override
    public String keyMark(ColumnSpec column) {
        return column.keys() == KeyValues.TIME ? "rtrim(rtrim(?, '0'), '.')" : Dialect.super.keyMark(column);
    }

    @Override
    public ProbeResult probe(Connection connection, Settings settings) throws SQLException {
        String version = Rows.of(connection, "SELECT sqlite_version()", List.of(), row -> row.getString(1))
                .get(0);
        return new ProbeResult(
                "SQLite", version, "none", "none: a file", "none: a file", new Rights(List.of(), List.of(), true));
    }

    @Override
    public List<TableSpec> discover(Connection connection, Settings settings) throws SQLException {
        List<List<String>> found = Rows.of(
                connection,
                TABLES,
                List.of(),
                row -> List.of(row.getString("name"), row.getString("type"), row.getString("wr")));
        List<TableSpec> tables = new ArrayList<>();
        for (List<String> table : found) {
            boolean view = table.get(1).equals("view");
            tables.add(view ? view(connection, table.get(0)) : table(connection, table));
        }
        return tables;
    }

    /** A view over what is no longer there does not even say its columns. */
    private TableSpec view(Connection connection, String name) {
        List<ColumnSpec> columns;
        try {
            columns = columns(declared(connection, name));
        } catch (SQLException e) {
            columns = List.of();
        }
        return new TableSpec(
                name,
                "view",
                quoted(name),
                columns,
                List.of(),
                !columns.isEmpty(),
                RandomAccess.NONE,
                TableFacts.rows(null));
    }

    private TableSpec table(Connection connection, List<String> table) throws SQLException {
        String name = table.get(0);
        List<Declared> declared = declared(connection, name);
        UniqueKeys keys = keys(connection, name, declared);
        List<String> key = keys.key(name);
        boolean ranges = key.size() == 1
                && declared.stream()
                        .anyMatch(
                                column -> column.name().equals(key.get(0)) && SqliteTypes.isWholeNumber(column.type()));
        boolean base = table.get(1).equals("table");
        boolean rowid = base && table.get(2).equals("0");
        return new TableSpec(
                name,
                "table",
                quoted(name),
                columns(declared),
                key,
                true,
                ranges ? RandomAccess.RANGES : RandomAccess.NONE,
                new TableFacts(rowid ? span(connection, declared, name) : null, null, keys.leading(name), null, base));
    }

    private List<ColumnSpec> columns(List<Declared> declared) {
        return declared.stream()
                .map(column -> SqliteTypes.column(this, column.name(), column.type(), !column.required()))
                .toList();
    }

    private static List<Declared> declared(Connection connection, String table) throws SQLException {
        return Rows.of(
                connection,
                COLUMNS,
                List.of(table),
                row -> new Declared(
                        row.getString("name"), row.getString("type"), row.getInt("required") == 1, row.getInt("pk")));
    }

    private UniqueKeys keys(Connection connection, String table, List<Declared> declared) throws SQLException {
        UniqueKeys keys = new UniqueKeys();
        List<Declared> primary = declared.stream()
                .filter(column -> column.place() > 0)
                .sorted(Comparator.comparingInt(Declared::place))
                .toList();
        // Alone among primary keys, one declared INTEGER is the row's number and never empty.
        boolean number = primary.size() == 1 && primary.get(0).type().equalsIgnoreCase("INTEGER");
        if (number) {
            keys.addLeading(table, primary.get(0).name());
        }
        primary.forEach(column -> keys.addUnique(table, "primary key", column.name()));
        if (!number && !primary.stream().allMatch(Declared::required) && hasEmpty(connection, table, primary)) {
            keys.spoil(table, "primary key");
        }
        Rows.of(connection, INDEXES, List.of(table), row -> {
            String index = row.getString("name");
            String column = row.getString("column_name");
            if (column != null && row.getInt("seqno") == 0) {
                keys.addLeading(table, column);
            }
            keys.addUnique(table, index, column);
            boolean required = declared.stream().anyMatch(known -> known.name().equals(column) && known.required());
            if (row.getInt("is_unique") == 0 || row.getInt("partial") == 1 || !required) {
                keys.spoil(table, index);
            }
            return index;
        });
        return keys;
    }

    /** Whether a primary key is empty somewhere, which SQLite allows; one look into its index, so not for several columns. */
    private boolean hasEmpty(Connection connection, String table, List<Declared> primary) throws SQLException {
        String sql = "SELECT 1 FROM " + quoted(table) + " WHERE "
                + quoted(primary.get(0).name()) + " IS NULL LIMIT 1";
        return primary.size() > 1
                || !Rows.of(connection, sql, List.of(), row -> row.getInt(1)).isEmpty();
    }

    /** The span of the rows' numbers, by the ends of the table's tree: as many rows, or fewer. */
    private @Nullable Long span(Connection connection, List<Declared> declared, String table) throws SQLException {
        if (declared.stream().anyMatch(column -> column.name().equalsIgnoreCase("_rowid_"))) {
            return null;
        }
        String sql = "SELECT (SELECT max(_rowid_) FROM " + quoted(table) + ") - (SELECT min(_rowid_) FROM "
                + quoted(table) + ") + 1";
        return Rows.of(connection, sql, List.of(), row -> row.getLong(1)).get(0);
    }

    @Override
    public @Nullable FailureKind failure(SQLException failure) {
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> FailureKind.FILE_IN_USE;
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_AUTH, SQLITE_PERM ->
                FailureKind.FILE_NOT_READABLE;
            case SQLITE_READONLY -> FailureKind.FILE_HALF_WRITTEN;
            case SQLITE_INTERRUPT -> FailureKind.TIMED_OUT;
            case SQLITE_SCHEMA -> FailureKind.TABLE_UNKNOWN;
            default -> FailureKind.of(failure);
        };
    }

    @Override
    public @Nullable String writeRefusal(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_READONLY.code ? "read-only file" : null;
    }
}
