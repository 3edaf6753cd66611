package dev.dayone.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.driver.OracleJar;
import dev.dayone.connector.guard.StatementGuard;
import dev.dayone.pilot.Limits;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OracleDialectTest {
    private static final OracleDialect DIALECT = new OracleDialect();
    private static final StatementGuard GUARD = new StatementGuard(DIALECT.quote(), DIALECT.ownStatements());

    private static Dialect.Settings settings(String host, String service, String tls) {
        return new Dialect.Settings(host, 1521, service, "", "crm", "p", tls, "", "shop");
    }

    private static FakeCatalogue catalogue() {
        FakeCatalogue catalogue = new FakeCatalogue(DIALECT);
        table(catalogue, "DEALS", "TABLE", 0);
        table(catalogue, "odd \"\"ü", "VIEW", 0);
        table(catalogue, "LOGS", "TABLE", 1);
        column(catalogue, "DEALS", "ID", "NUMBER", 18, 0);
        column(catalogue, "DEALS", "FREE", "NUMBER", null, null);
        column(catalogue, "DEALS", "WHOLE", "NUMBER", null, 0);
        column(catalogue, "DEALS", "PRICE", "NUMBER", 12, 2);
        column(catalogue, "DEALS", "TENS", "NUMBER", 5, -2);
        column(catalogue, "DEALS", "BORN", "DATE", null, null);
        column(catalogue, "DEALS", "AT", "TIMESTAMP(6)", null, 6);
        column(catalogue, "DEALS", "STAMPED", "TIMESTAMP(6) WITH TIME ZONE", null, 6);
        column(catalogue, "DEALS", "RAW_ID", "RAW", null, null);
        column(catalogue, "DEALS", "BIG", "BLOB", null, null);
        column(catalogue, "DEALS", "LONG_TEXT", "CLOB", null, null);
        column(catalogue, "DEALS", "OLD", "LONG", null, null);
        column(catalogue, "DEALS", "TOOK", "INTERVAL DAY(2) TO SECOND(6)", 2, 6);
        column(catalogue, "DEALS", "DOC", "JSON", null, null);
        column(catalogue, "DEALS", "PART", "ADDRESS_T", null, null);
        column(catalogue, "LOGS", "BORN", "DATE", null, null);
        column(catalogue, "LOGS", "RAW_ID", "RAW", null, null);
        index(catalogue, "DEALS", "DEALS_PK", "ID", 1);
        index(catalogue, "LOGS", "LOGS_PK", "BORN", 1);
        index(catalogue, "LOGS", "LOGS_PK", "RAW_ID", 2);
        return catalogue;
    }

    private static void table(FakeCatalogue catalogue, String name, String kind, int triggers) {
        catalogue.row(
                OracleDialect.TABLES,
                "OWNER",
                "CRM",
                "OBJECT_NAME",
                name,
                "OBJECT_TYPE",
                kind,
                "NUM_ROWS",
                500,
                "BLOCKS",
                2,
                "TRIGGER_COUNT",
                triggers);
    }

    private static void column(
            FakeCatalogue catalogue,
            String table,
            String name,
            String type,
            @Nullable Integer precision,
            @Nullable Integer scale) {
        @Nullable
        Object[] cells = {
            "OWNER",
            "CRM",
            "TABLE_NAME",
            table,
            "COLUMN_NAME",
            name,
            "DATA_TYPE",
            type,
            "DATA_PRECISION",
            precision,
            "DATA_SCALE",
            scale,
            "CHAR_LENGTH",
            0,
            "NULLABLE",
            "N"
        };
        catalogue.row(OracleDialect.COLUMNS, cells);
    }

    private static void index(FakeCatalogue catalogue, String table, String index, String column, int place) {
        catalogue.row(
                OracleDialect.INDEXES,
                "TABLE_OWNER",
                "CRM",
                "TABLE_NAME",
                table,
                "INDEX_NAME",
                index,
                "COLUMN_NAME",
                column,
                "COLUMN_POSITION",
                place,
                "UNIQUENESS",
                "UNIQUE",
                "NULLABLE",
                "N",
                "DATA_TYPE",
                "any");
    }

    private static TableSpec table(String name) throws SQLException {
        return DIALECT.discover(catalogue().connection(), settings("h", "s", "disable")).stream()
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
        TableSpec deals = table("DEALS");
        assertThat(deals.columns().stream()
                        .map(column -> column.name() + " " + column.info().sourceType() + " "
                                + column.info().type()))
                .containsExactly(
                        "ID NUMBER(18,0) bigint",
                        "FREE NUMBER double",
                        "WHOLE NUMBER(*,0) decimal(38,0)",
                        "PRICE NUMBER(12,2) decimal(12,2)",
                        "TENS NUMBER(5,-2) bigint",
                        "BORN DATE timestamp",
                        "AT TIMESTAMP(6) timestamp",
                        "STAMPED TIMESTAMP(6) WITH TIME ZONE timestamp",
                        "RAW_ID RAW bigint",
                        "BIG BLOB bigint",
                        "LONG_TEXT CLOB string",
                        "TOOK INTERVAL DAY(2) TO SECOND(6) string",
                        "DOC JSON string",
                        "PART ADDRESS_T string");
        assertThat(deals.key()).containsExactly("ID");
        assertThat(deals.facts().approximateBytes()).isEqualTo(16_384);
        assertThat(table("LOGS").facts().writeTriable()).isFalse();
        assertThat(table("odd \"\"ü").readable()).isFalse();
    }

    @Test
    void everySelectionIsOneSelectInItsWords() throws SQLException {
        List<String> some = List.of("ID", "AT", "LONG_TEXT");
        String head = "SELECT \"ID\" AS \"ID\", TO_CHAR(\"AT\", 'YYYY-MM-DD HH24:MI:SS.FF6') AS \"AT\","
                + " SUBSTR(\"LONG_TEXT\", 1, 1000001) AS \"LONG_TEXT\" FROM \"CRM\".\"DEALS\"";
        assertThat(query("DEALS", some, Map.of("method", "all", "limit", 50L), List.of(7))
                        .sql())
                .isEqualTo(head + " WHERE \"ID\" > ? ORDER BY \"CRM\".\"DEALS\".\"ID\" FETCH FIRST 50 ROWS ONLY");
        assertThat(query(
                                "DEALS",
                                some,
                                Map.of("method", "tablesample", "percent", 100.0, "seed", 9, "limit", 50L),
                                null)
                        .sql())
                .isEqualTo(head + " SAMPLE BLOCK (99.9999) SEED (9) FETCH FIRST 50 ROWS ONLY");
        assertThat(query("DEALS", some, Map.of("method", "bounds", "upTo", 5L), null)
                        .sql())
                .isEqualTo("SELECT (SELECT count(*) FROM (SELECT 1 AS \"one\" FROM \"CRM\".\"DEALS\" FETCH FIRST 5 ROWS"
                        + " ONLY) \"few\") AS \"row_count\", (SELECT min(\"ID\") FROM \"CRM\".\"DEALS\") AS \"min_key\","
                        + " (SELECT max(\"ID\") FROM \"CRM\".\"DEALS\") AS \"max_key\" FROM dual");
        assertThat(query(
                                "DEALS",
                                some,
                                Map.of("method", "keys", "column", "BORN", "values", List.of("2024-01-01")),
                                null)
                        .sql())
                .contains(" WHERE \"BORN\" IN (TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS\".000000\"'))");
        query(
                "DEALS",
                List.of("BORN", "STAMPED", "RAW_ID", "BIG", "TOOK", "DOC", "PART"),
                Map.of("method", "all"),
                null);
        GUARD.check("SELECT 1" + DIALECT.withoutTable());
    }

    @Test
    void continuesACompositeKeyByTheTypesOfItsColumns() throws SQLException {
        PageQuery query = query("LOGS", List.of(), Map.of("method", "all", "limit", 2L), List.of("d", "FF"));
        assertThat(query.sql())
                .contains("\"BORN\" > TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS\".000000\"')")
                .contains("\"RAW_ID\" > HEXTORAW(?)");
    }

    @Test
    void rightsFollowRolesAndOwnership() throws SQLException {
        Connection connection = new FakeCatalogue(DIALECT)
                .row(OracleRights.ROLES, "GRANTED_ROLE", "EDITORS")
                .row(OracleRights.SYSTEM, "PRIVILEGE", "CREATE TABLE", "GRANTEE", "CRM")
                .row(
                        OracleRights.OBJECTS,
                        "PRIVILEGE",
                        "INSERT",
                        "OWNER",
                        "HR",
                        "TABLE_NAME",
                        "T",
                        "GRANTEE",
                        "EDITORS")
                .row(OracleRights.OBJECTS, "PRIVILEGE", "UPDATE", "OWNER", "HR", "TABLE_NAME", "T", "GRANTEE", "PUBLIC")
                .row(OracleRights.OWNED, "TABLE_NAME", "MINE")
                .connection();
        Dialect.Rights rights = new OracleRights(DIALECT, connection, "CRM").rights();
        assertThat(rights.names()).containsExactly("CREATE TABLE", "INSERT on HR.T", "UPDATE on HR.T", "owner of MINE");
        assertThat(rights.remedies())
                .startsWith(
                        "REVOKE CREATE TABLE FROM \"CRM\"",
                        "REVOKE \"EDITORS\" FROM \"CRM\"",
                        "REVOKE UPDATE ON \"HR\".\"T\" FROM PUBLIC");
    }

    @Test
    void eachTransactionBeginsReadOnlyAndEachStatementHasATimeLimit() throws SQLException {
        List<String> sent = new ArrayList<>();
        Connection connection = ReadOnlyTransactions.over(recording(sent), OracleConnections.READ_ONLY, 30);
        connection.prepareStatement("one");
        connection.prepareStatement("two");
        connection.rollback();
        connection.createStatement();
        assertThat(sent)
                .containsExactly(
                        "SET TRANSACTION READ ONLY",
                        "one",
                        "limit 30",
                        "two",
                        "limit 30",
                        "rollback",
                        "SET TRANSACTION READ ONLY",
                        "limit 30");
    }

    private static Connection recording(List<String> sent) {
        ClassLoader loader = OracleDialectTest.class.getClassLoader();
        Object statement = Proxy.newProxyInstance(
                loader, new Class<?>[] {Statement.class, PreparedStatement.class}, (self, method, arguments) -> {
                    if (method.getName().equals("execute") && arguments != null) {
                        sent.add(String.valueOf(arguments[0]));
                        return false;
                    }
                    if (method.getName().equals("setQueryTimeout") && arguments != null) {
                        sent.add("limit " + arguments[0]);
                    }
                    return null;
                });
        return (Connection)
                Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement" -> sent.add(arguments == null ? "" : String.valueOf(arguments[0]));
                        case "rollback" -> sent.add("rollback");
                        case "getAutoCommit" -> {
                            return false;
                        }
                        default -> {}
                    }
                    return method.getName().endsWith("Statement") ? statement : null;
                });
    }

    @Test
    void namesCannotSmuggleSettings() throws SQLException {
        assertThat(new OracleConnections(settings("db", "CRM.example", "verify"), Limits.DEFAULT).descriptor())
                .isEqualTo("(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=db)(PORT=1521))"
                        + "(CONNECT_DATA=(SERVICE_NAME=CRM.example)))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a)(b", "a=b", "a b", "a?b", ""})
    void oddNamesAreRefused(String name) {
        assertThatThrownBy(() -> new OracleConnections(settings(name, "s", "disable"), Limits.DEFAULT).descriptor())
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new OracleConnections(settings("h", name, "disable"), Limits.DEFAULT).descriptor())
                .isInstanceOf(SQLException.class)
                .extracting(e -> DIALECT.failure((SQLException) e))
                .isEqualTo(FailureKind.DATABASE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "1017, LOGIN_REFUSED",
        "12541, UNREACHABLE",
        "12514, DATABASE_UNKNOWN",
        "942, TABLE_UNKNOWN",
        "1031, RIGHT_MISSING",
        "904, COLUMN_UNKNOWN",
        "1456, WRITE_REFUSED",
        "1013, TIMED_OUT",
        "54, TIMED_OUT",
        "8177, BROKEN_OFF"
    })
    void errorsAreNamed(int code, FailureKind kind) {
        assertThat(DIALECT.failure(new SQLException("any", "72000", code))).isEqualTo(kind);
    }

    @Test
    void aClosedPortIsOutOfReachWithTheDriverInItsFolder(@TempDir Path folder) throws IOException {
        OracleJar.copyTo(folder);
        System.setProperty("dayone.drivers", folder.toString());
        try {
            Asked asked = new Asked(
                    folder,
                    "oracle",
                    Map.of("host", "localhost", "port", "1", "database", "x", "username", "u", "password", "p"));
            assertThatThrownBy(asked::probe).hasMessageStartingWith("Cannot reach 'shop' at localhost:1: ");
        } finally {
            System.clearProperty("dayone.drivers");
        }
    }
}
