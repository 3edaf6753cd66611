package dev.dayone.connector.jdbc;

import dev.dayone.pilot.Limits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is peculiar to one database product. Stateless. {@link Products} names them all. */
interface Dialect {
    /** The quote around identifiers. */
    default char quote() {
        return '"';
    }

    /** The form of statements, not SELECTs, that the connector sends to learn of its account; unless given, none. */
    default Pattern ownStatements() {
        return Pattern.compile("(?!)");
    }

    /** The driver's data source: opens a connection a call, within ten seconds or not at all. */
    DataSource driver(Settings settings, Limits limits) throws SQLException;

    /** Sent once on each new connection: read-only first, then time limits, UTC. */
    List<String> sessionSetup(Limits limits);

    /** Sent behind those: what depends on the server or the settings. */
    default List<String> sessionSetup(Limits limits, Settings settings, Connection connection) throws SQLException {
        return List.of();
    }

    /** The account's rights and the server's version. */
    ProbeResult probe(Connection connection, Settings settings) throws SQLException;

    /** The tables of the settings' schemas. */
    List<TableSpec> discover(Connection connection, Settings settings) throws SQLException;

    /** Whether {@code (a, b) > (?, ?)} finds its place in an index. */
    default boolean comparesRowValues() {
        return false;
    }

    /** What tells a row's block, and its place in there behind a comma, where {@link TableFacts#tellsBlocks}. */
    default String place() {
        throw new UnsupportedOperationException("Rows do not tell their place");
    }

    /** Whether pages come by {@code COPY (SELECT ...) TO STDOUT}. */
    default boolean copies() {
        return false;
    }

    /** An identifier in quotes. */
    default String quoted(String name) {
        String mark = String.valueOf(quote());
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** A SELECT, its ORDER BY included, cut to its first rows. */
    default String limited(String select, long rows) {
        return select + " LIMIT " + rows;
    }

    /** A quoted table of which the database draws about so many percent of its blocks by itself. */
    default String drawn(String from, BigDecimal percent, long seed) {
        return from + " TABLESAMPLE SYSTEM (" + percent.toPlainString() + ") REPEATABLE (" + seed + ")";
    }

    /** What stands behind a SELECT of expressions alone: nothing, or such as {@code FROM dual}. */
    default String withoutTable() {
        return "";
    }

    /**
     * How many rows a SELECT would touch, as the server itself estimates without running it; empty: it does not tell,
     * and the table's approximate rows stand in.
     */
    default OptionalLong estimatedRows(Connection connection, String select) throws SQLException {
        return OptionalLong.empty();
    }

    /** How a session is kept from writing, in a sentence. */
    default String readOnlySession() {
        return "The session was set read-only on the server: "
                + sessionSetup(Limits.DEFAULT).get(0) + ".";
    }

    /** What a failure is about, by its code; null: the code is not known. */
    default @Nullable FailureKind failure(SQLException failure) {
        return FailureKind.of(failure);
    }

    /** A column so that any two values differ in it, also where the database compares without regard to case. */
    default String exact(ColumnSpec column) {
        return column.keys() == KeyValues.AS_READ ? column.expression() : quoted(column.name());
    }

    /** What stands for a value that is looked up in a column: made what the column is, where it would not be by itself. */
    default String keyMark(ColumnSpec column) {
        return switch (column.keys()) {
            case TEXT, UUID, DAY, TIME -> column.cursorPlaceholder();
            default -> "?";
        };
    }

    /** Why the server refused to write, in a few words; null: it failed for another reason, which proves nothing. */
    default @Nullable String writeRefusal(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "25006" -> "read-only transaction";
            case "42501" -> "right missing";
            default -> null;
        };
    }

    /**
     * What a server says of itself and the account.
     *
     * @param timeZone the server's own, not the session's
     * @param tls how this connection is encrypted, such as {@code TLSv1.3}; {@code none} if it is not
     */
    record ProbeResult(String product, String version, String timeZone, String account, String tls, Rights rights) {}

    /**
     * What an account could write.
     *
     * @param names such as {@code INSERT on public.contacts}, cut to a few
     * @param remedies the statements that take all of it away
     * @param complete whether the server showed every right
     */
    record Rights(List<String> names, List<String> remedies, boolean complete) {}

    /**
     * How to reach the database. {@link #toString} shows no secret.
     *
     * @param file the database's file; empty: it is a server's
     * @param source the name in the pilot
     */
    record Settings(
            String host,
            int port,
            String database,
            String schema,
            String username,
            String password,
            String tls,
            String file,
            String source) {
        /** Where the database is: the file's name, or host and port. */
        String place() {
            return file.isEmpty()
                    ? host + ":" + port
                    : String.valueOf(Path.of(file).getFileName());
        }

        @Override
        public String toString() {
            return "Settings[" + place() + "]";
        }
    }
}
