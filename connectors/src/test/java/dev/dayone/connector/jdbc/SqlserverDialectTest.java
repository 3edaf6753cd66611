package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.guard.StatementGuard;
import dev.dayone.pilot.Limits;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlserverDialectTest {
    private static final SqlserverDialect DIALECT = new SqlserverDialect();
    private static final StatementGuard GUARD = new StatementGuard(DIALECT.quote(), DIALECT.ownStatements());

    private static Dialect.Settings settings(String schema, String tls) {
        return new Dialect.Settings("db;x=1", 1433, "shop", schema, "reader", "p;w=1", tls, "", "shop");
    }

    private static FakeCatalogue catalogue() {
        FakeCatalogue catalogue = new FakeCatalogue(DIALECT);
        table(catalogue, 1, "dbo", "deals", "U ", 0);
        table(catalogue, 2, "sales", "odd \"]ü", "U ", 1);
        table(catalogue, 3, "dbo", "seen", "V ", 0);
        column(catalogue, 1, "id", "int", 4, 10, 0, 0);
        column(catalogue, 1, "code", "varchar", 20, 0, 0, 0);
        column(catalogue, 1, "name", "nvarchar", -1, 0, 0, 1);
        column(catalogue, 1, "price", "money", 8, 19, 4, 1);
        column(catalogue, 1, "paid", "bit", 1, 1, 0, 1);
        column(catalogue, 1, "at", "datetime2", 8, 27, 7, 1);
        column(catalogue, 1, "stamped", "datetimeoffset", 10, 34, 7, 1);
        column(catalogue, 1, "raw", "varbinary", -1, 0, 0, 1);
        column(catalogue, 1, "guid", "uniqueidentifier", 16, 0, 0, 1);
        column(catalogue, 1, "place", "geography", -1, 0, 0, 1);
        column(catalogue, 2, "a", "varchar", 5, 0, 0, 0);
        column(catalogue, 2, "b", "uniqueidentifier", 16, 0, 0, 0);
        column(catalogue, 3, "id", "int", 4, 10, 0, 1);
        index(catalogue, 1, 1, "id", 1, 0, 1);
        index(catalogue, 2, 1, "a", 1, 0, 1);
        index(catalogue, 2, 1, "b", 2, 0, 1);
        return catalogue;
    }

    private static void table(FakeCatalogue catalogue, int id, String schema, String name, String kind, int triggers) {
        catalogue.row(
                SqlserverDialect.TABLES,
                "object_id",
                id,
                "schema_name",
                schema,
                "table_name",
                name,
                "kind",
                kind,
                "readable",
                1,
                "approximate_rows",
                500,
                "approximate_bytes",
                8192,
                "triggers",
                triggers);
    }

    private static void column(
            FakeCatalogue catalogue,
            int id,
            String name,
            String type,
            int length,
            int precision,
            int scale,
            int empty) {
        catalogue.row(
                SqlserverDialect.COLUMNS,
                "object_id",
                id,
                "column_name",
                name,
                "type_name",
                type,
                "max_length",
                length,
                "precision",
                precision,
                "scale",
                scale,
                "is_nullable",
                empty);
    }

    private static void index(
            FakeCatalogue catalogue, int table, int index, String column, int place, int empty, int unique) {
        catalogue.row(
                SqlserverDialect.INDEXES,
                "object_id",
                table,
                "index_id",
                index,
                "column_name",
                column,
                "key_ordinal",
                place,
                "is_nullable",
                empty,
                "is_unique",
                unique,
                "has_filter",
                0);
    }

    private static TableSpec table(String name) throws SQLException {
        return DIALECT.discover(catalogue().connection(), settings("*", "verify")).stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PageQuery query(
            String table, List<String> columns, Map<String, Object> selection, @Nullable List<?> cursor)
            throws SQLException {
        PageQuery query = new PageQueries(DIALECT, table(table), columns, 1_000).query(selection, cursor);
        GUARD.check(query.sql());
        return query;
    }

    @Test
    void mapsTypesAndKeys() throws SQLException {
        TableSpec deals = table("deals");
        assertThat(deals.columns().stream()
                        .map(column ->
                                column.info().sourceType() + " " + column.info().type()))
                .containsExactly(
                        "int bigint",
                        "varchar(20) string",
                        "nvarchar(max) string",
                        "money decimal(19,4)",
                        "bit boolean",
                        "datetime2 timestamp",
                        "datetimeoffset timestamp",
                        "varbinary(max) bigint",
                        "uniqueidentifier string",
                        "geography string");
        assertThat(deals.key()).containsExactly("id");
        assertThat(deals.facts().approximateRows()).isEqualTo(500);
        assertThat(deals.facts().writeTriable()).isTrue();
        // A statement fires the table's triggers though it touches no row.
        assertThat(table("sales.odd \"]ü").facts().writeTriable()).isFalse();
        assertThat(table("seen").kind()).isEqualTo("view");
        assertThat(DIALECT.discover(catalogue().connection(), settings("sales", "verify")))
                .extracting(TableSpec::name)
                .containsExactly("odd \"]ü");
    }

    @Test
    void everySelectionIsOneSelectInItsWords() throws SQLException {
        List<String> some = List.of("id", "at", "raw");
        String head = "\"id\" AS \"id\", CONVERT(varchar(40), \"at\", 126) AS \"at\", DATALENGTH(\"raw\") AS \"raw\""
                + " FROM \"dbo\".\"deals\"";
        assertThat(query("deals", some, Map.of("method", "all", "limit", 50L), List.of(7))
                        .sql())
                .isEqualTo("SELECT TOP (50) " + head + " WHERE \"id\" > ? ORDER BY \"dbo\".\"deals\".\"id\"");
        assertThat(query("deals", List.of("id"), Map.of("method", "latest", "by", "at", "limit", 50L), null)
                        .sql())
                .isEqualTo("SELECT TOP (50) \"id\" AS \"id\", CONVERT(varchar(40), \"at\", 126) AS \"dayone_key_0\""
                        + " FROM \"dbo\".\"deals\" WHERE \"at\" IS NOT NULL"
                        + " ORDER BY \"dbo\".\"deals\".\"at\" DESC, \"dbo\".\"deals\".\"id\" DESC");
        assertThat(query("deals", some, Map.of("method", "tablesample", "percent", 0.5, "seed", 9, "limit", 50L), null)
                        .sql())
                .isEqualTo("SELECT TOP (50) " + head + " TABLESAMPLE SYSTEM (0.5 PERCENT) REPEATABLE (9)");
        assertThat(query("deals", some, Map.of("method", "bounds", "upTo", 5L), null)
                        .sql())
                .isEqualTo("SELECT (SELECT count(*) FROM (SELECT TOP (5) 1 AS \"one\" FROM \"dbo\".\"deals\") \"few\")"
                        + " AS \"row_count\", (SELECT min(\"id\") FROM \"dbo\".\"deals\") AS \"min_key\","
                        + " (SELECT max(\"id\") FROM \"dbo\".\"deals\") AS \"max_key\"");
        assertThat(query("deals", some, Map.of("method", "keys", "column", "code", "values", List.of("x", "y")), null)
                        .sql())
                .endsWith(" WHERE \"code\" IN (CONVERT(varchar(8000), ?), CONVERT(varchar(8000), ?))");
        GUARD.check(query("deals", some, Map.of("method", "ranges", "ranges", List.of(List.of(1, 2))), null)
                .sql());
    }

    @Test
    void continuesACompositeKeyByTheTypesOfItsColumns() throws SQLException {
        PageQuery query =
                query("sales.odd \"]ü", List.of("a"), Map.of("method", "all", "limit", 2L), List.of("k", "0-0"));
        assertThat(query.sql())
                .isEqualTo("SELECT TOP (2) \"a\" AS \"a\", CONVERT(varchar(36), \"b\") AS \"dayone_key_0\""
                        + " FROM \"sales\".\"odd \"\"]ü\" WHERE (\"a\" >= CONVERT(varchar(8000), ?) AND"
                        + " (\"a\" > CONVERT(varchar(8000), ?) OR \"a\" = CONVERT(varchar(8000), ?) AND"
                        + " \"b\" > CONVERT(uniqueidentifier, ?)))"
                        + " ORDER BY \"sales\".\"odd \"\"]ü\".\"a\", \"sales\".\"odd \"\"]ü\".\"b\"");
        assertThat(query.values()).isEqualTo(List.of("k", "k", "k", "0-0"));
    }

    @Test
    void rightsAreTheEffectiveOnesAndRemediesWhereTheyComeFrom() throws SQLException {
        String writes = DIALECT.limited(SqlserverRights.WRITES, 20);
        Connection writer = new FakeCatalogue(DIALECT)
                .row(writes, "what", "INSERT on dbo.deals")
                .row(SqlserverRights.ROLES, "remedy", "ALTER ROLE [editors] DROP MEMBER [reader]")
                .row(SqlserverRights.GRANTS, "remedy", "REVOKE INSERT ON [dbo].[deals] FROM [reader]")
                .connection();
        Dialect.Rights rights = new SqlserverRights(DIALECT, writer).rights();
        assertThat(rights.names()).containsExactly("INSERT on dbo.deals");
        assertThat(rights.remedies())
                .containsExactly(
                        "ALTER ROLE [editors] DROP MEMBER [reader]", "REVOKE INSERT ON [dbo].[deals] FROM [reader]");
        GUARD.check(SqlserverRights.OWNED);
        Dialect.Rights none = new SqlserverRights(DIALECT, new FakeCatalogue(DIALECT).connection()).rights();
        assertThat(none).isEqualTo(new Dialect.Rights(List.of(), List.of(), true));
    }

    @Test
    void probeReadsTheServersFacts() throws SQLException {
        Connection connection = new FakeCatalogue(DIALECT)
                .row(SqlserverDialect.FACTS, "version", "16.0.1", "account", "reader", "zone", "+02:00")
                .connection();
        Dialect.ProbeResult found = DIALECT.probe(connection, settings("dbo", "verify"));
        assertThat(found.version()).isEqualTo("16.0.1");
        assertThat(found.timeZone()).isEqualTo("+02:00");
        assertThat(found.tls()).isEqualTo("TLS");
        assertThat(DIALECT.readOnlySession()).startsWith("SQL Server cannot set a session read-only");
    }

    @Test
    void connectsToReadWithLimitsAndKeepsValuesOutOfTheUrl() {
        Properties properties = new SqlserverConnections(settings("dbo", "verify"), Limits.DEFAULT).properties();
        assertThat(properties)
                .containsEntry("serverName", "db;x=1")
                .containsEntry("password", "p;w=1")
                .containsEntry("applicationIntent", "ReadOnly")
                .containsEntry("queryTimeout", "30")
                .containsEntry("lockTimeout", "2000")
                .containsEntry("encrypt", "true")
                .containsEntry("trustServerCertificate", "false");
        assertThat(new SqlserverConnections(settings("dbo", "require"), Limits.DEFAULT).properties())
                .containsEntry("trustServerCertificate", "true");
        assertThat(new SqlserverConnections(settings("dbo", "disable"), Limits.DEFAULT).properties())
                .containsEntry("encrypt", "false");
        assertThat(DIALECT.sessionSetup(Limits.DEFAULT)).contains("SET LOCK_TIMEOUT 2000", "SET DEADLOCK_PRIORITY LOW");
    }

    @ParameterizedTest
    @CsvSource({
        "18456, LOGIN_REFUSED",
        "4060, DATABASE_UNKNOWN",
        "229, RIGHT_MISSING",
        "208, TABLE_UNKNOWN",
        "207, COLUMN_UNKNOWN",
        "3906, WRITE_REFUSED",
        "1222, TIMED_OUT",
        "1205, TIMED_OUT",
        "-2, TIMED_OUT",
        "596, BROKEN_OFF"
    })
    void errorsAreNamed(int code, FailureKind kind) {
        assertThat(DIALECT.failure(new SQLException("any", "S0001", code))).isEqualTo(kind);
    }

    @Test
    void aClosedPortIsOutOfReach() {
        Asked asked = new Asked(
                Path.of("."),
                "sqlserver",
                Map.of("host", "localhost", "port", "1", "database", "x", "username", "u", "password", "p"));
        assertThatThrownBy(asked::probe).hasMessageStartingWith("Cannot reach 'shop' at localhost:1: ");
    }
}
