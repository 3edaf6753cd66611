package dev.dayone.connector.jdbc;

import dev.dayone.pilot.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What is peculiar to one database product. Stateless. */
interface Dialect {
    /** The quote around identifiers. */
    char quote();

    /** The form of statements, not SELECTs, that the connector sends to learn of its account. */
    Pattern ownStatements();

    /** The driver's data source: opens a connection a call, within ten seconds or not at all. */
    DataSource driver(Settings settings, Limits limits) throws SQLException;

    /** Sent once on each new connection: read-only, time limits, UTC. */
    List<String> sessionSetup(Limits limits);

    /** The account's rights and the server's version. */
    ProbeResult probe(Connection connection, Settings settings) throws SQLException;

    /** The tables of the settings' schemas. */
    List<TableSpec> discover(Connection connection, Settings settings) throws SQLException;

    /** Whether {@code (a, b) > (?, ?)} finds its place in an index. */
    boolean comparesRowValues();

    /** An identifier in quotes. */
    default String quoted(String name) {
        String mark = String.valueOf(quote());
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /** What a server says of itself and the account; {@code complete}: whether it showed every right. */
    record ProbeResult(
            String product,
            String version,
            String timeZone,
            String account,
            List<String> writeRights,
            boolean complete) {}

    /** How to reach the database. {@link #toString} shows no secret. */
    record Settings(
            String host, int port, String database, String schema, String username, String password, String tls) {
        @Override
        public String toString() {
            return "Settings[" + host + ":" + port + "]";
        }
    }
}
