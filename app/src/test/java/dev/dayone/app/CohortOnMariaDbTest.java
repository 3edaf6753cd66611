package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.readiness.cohort.CohortRule;
import dev.dayone.sample.server.EmbeddedMariaDbServer;
import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.ServerBinaries;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB chooses the same records. */
class CohortOnMariaDbTest {
    @TempDir
    private Path folder;

    @Test
    void choosesTheSameKeysWhateverTheCharacterSet() throws Exception {
        // A server takes plain texts into a column's character set, but not those it cannot write there.
        List<CohortRule> rules = Stream.of("it's \\ a pilot", "Łódź")
                .map(salt -> new CohortRule(salt, new BigDecimal("0.3")))
                .toList();
        try (EmbeddedMariaDbServer server = EmbeddedMariaDbServer.start(folder, ServerBinaries.shared())) {
            server.createDatabase("kit");
            try (Connection connection = DriverManager.getConnection(
                            server.jdbcUrl("kit"),
                            server.admin().user(),
                            server.admin().password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (n bigint, `the ``Key` varchar(40) CHARACTER SET latin1,"
                        + " wide varchar(40) CHARACTER SET utf8mb4, day date)");
                statement.execute("INSERT INTO t SELECT seq * 7919 - 500, CONCAT('Zoë ', seq), CONCAT('Łódź ', seq),"
                        + " DATE '2020-01-01' + INTERVAL seq DAY FROM seq_1_to_2000");
                for (String column : List.of("n", "the `Key", "wide", "day")) {
                    String quoted = "`" + column.replace("`", "``") + "`";
                    List<String> all = keys(statement, "SELECT " + quoted + " FROM t ORDER BY n");
                    for (CohortRule rule : rules) {
                        assertThat(keys(
                                        statement,
                                        "SELECT " + quoted + " FROM t WHERE " + rule.mysql(List.of(column))
                                                + " ORDER BY n"))
                                .as(column)
                                .isEqualTo(all.stream().filter(rule::holds).toList())
                                .hasSizeBetween(500, 700);
                    }
                }
            }
        }
    }

    @Test
    void choosesByAKeyOfTwoColumnsThatTheTableNamesAndSaysWhatIsNotThere() throws Exception {
        try (EmbeddedMariaDbServer server = EmbeddedMariaDbServer.start(folder, ServerBinaries.shared())) {
            server.createDatabase("shop");
            server.run(
                    "shop",
                    List.of(
                            "CREATE TABLE order_lines (order_no bigint, line int, product varchar(40), amount"
                                    + " decimal(12,2), PRIMARY KEY (order_no, line))",
                            "INSERT INTO order_lines SELECT seq DIV 3, MOD(seq, 3), CONCAT('product ', MOD(seq, 7)),"
                                    + " MOD(seq * 7919, 10007) / 100 FROM seq_1_to_4000"));
            EmbeddedServer.Account reader = new EmbeddedServer.Account("reader", "s3cret");
            server.grant("shop", reader, EmbeddedServer.Rights.READ);
            Path whole = pilot("whole", server, reader, "product, amount");
            Path more = pilot("more", server, reader, "product, discount");
            assertThat(Outcome.of("sample", whole.toString()).exitCode()).isZero();
            assertThat(Outcome.of("sample", more.toString()).exitCode()).isZero();

            Outcome chosen = Outcome.of("cohort", whole.toString(), "--share", "0.25", "--json");
            Outcome missing = Outcome.of("cohort", more.toString(), "--share", "0.25");

            assertThat(chosen.exitCode()).as(chosen.err()).isZero();
            JsonNode cohort = chosen.json();
            assertThat(cohort.path("key").asText()).isEqualTo("shop.order_lines.order_no, shop.order_lines.line");
            assertThat(cohort.path("keys").asLong()).isEqualTo(4_000);
            assertThat(cohort.path("chosen").asLong()).isBetween(850L, 1_150L);
            try (Connection connection = server.connect("shop", reader);
                    Statement statement = connection.createStatement()) {
                assertThat(keys(
                                statement,
                                "SELECT COUNT(*) FROM order_lines WHERE "
                                        + cohort.path("mysql").asText()))
                        .containsExactly(cohort.path("chosen").asText());
            }
            assertThat(missing.exitCode()).isEqualTo(1);
            assertThat(missing.out())
                    .contains("NOT ENOUGH EVIDENCE: a column that the pilot needs is not there")
                    .contains("so that nobody can tell of it: discount.")
                    .contains("product: stands for the whole");
        }
    }

    private Path pilot(String name, EmbeddedServer server, EmbeddedServer.Account reader, String needs)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve("pilots").resolve(name));
        Files.writeString(home.resolve("password"), reader.password());
        return Files.writeString(home.resolve("pilot.yaml"), """
                pilot: %s
                sources:
                  shop:
                    connector: mariadb
                    parameters: {host: 127.0.0.1, port: %d, database: shop, username: %s, password: "{{file:password}}"}
                    limits: {rowsPerSecond: 100000}
                    tables: {order_lines: {sample: {method: all}}}
                flow: {start: shop.order_lines, links: []}
                needs: {shop.order_lines: [%s]}
                """.formatted(name, server.port(), reader.user(), needs));
    }

    private static List<String> keys(Statement statement, String sql) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
