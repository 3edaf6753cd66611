package dev.dayone.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.connector.TestDatabases;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kit on every shipped connector that can be tried here; sqlserver and oracle need servers that the build cannot start. */
final class ShippedConnectorsTest {
    private static final String ROWS = IntStream.range(0, 200)
            .mapToObj(i -> "(" + i + ", 'p" + i + "@example.com', '2024-02-29 12:00:00')")
            .collect(Collectors.joining(", "));

    @TempDir
    private Path folder;

    private static List<String> statements(String time) {
        return List.of(
                "CREATE TABLE people (id bigint PRIMARY KEY, email varchar(80), changed " + time + ")",
                "INSERT INTO people VALUES " + ROWS);
    }

    private List<KitResult> kit(Source source) {
        return ConnectorKit.run(TestDatabases::camel, source, folder);
    }

    private static Source source(String connector, Map<String, String> parameters) {
        return new Source("shop", connector, new Parameters(parameters), Limits.unsaid(connector), Map.of(), false);
    }

    private static void passes(List<KitResult> results, KitResult.Outcome credential) {
        assertThat(results)
                .as(results.toString())
                .extracting(KitResult::check, KitResult::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("probe", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("discover", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("reads to the end", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("resumes", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("types", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("no write", KitResult.Outcome.PASSED),
                        org.assertj.core.groups.Tuple.tuple("wrong credential", credential));
        assertThat(results.get(2).found()).startsWith("200 rows of 1 tables");
        assertThat(results.get(3).found()).isEqualTo("'people' gave the same 200 rows in 3 pages");
    }

    @Test
    void postgresql() throws IOException {
        TestDatabases.onPostgres("postgres", "CREATE DATABASE kit", "CREATE ROLE kit_reader LOGIN PASSWORD 'r'");
        TestDatabases.onPostgres("kit", statements("timestamptz").toArray(new String[0]));
        TestDatabases.onPostgres("kit", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO kit_reader");
        // The embedded server trusts everyone; a rule in front of it does not trust this role.
        Path rules = Path.of(TestDatabases.postgresSetting("hba_file"));
        Files.writeString(rules, "host all kit_reader all scram-sha-256\n" + Files.readString(rules));
        TestDatabases.onPostgres("postgres", "SELECT pg_reload_conf()");
        passes(kit(TestDatabases.postgresSource("kit", "kit_reader", "r")), KitResult.Outcome.PASSED);
    }

    @Test
    void mariadb() {
        TestDatabases.onMariadb("CREATE DATABASE kit; USE kit; " + String.join("; ", statements("datetime"))
                + "; CREATE USER kit_reader IDENTIFIED BY 'r'; GRANT SELECT, SHOW VIEW ON kit.* TO kit_reader;");
        Source mariadb = TestDatabases.mariadbSource("kit", "kit_reader", "r");
        passes(kit(mariadb), KitResult.Outcome.PASSED);
        // MySQL's connector speaks to MariaDB's server too; a real MySQL is a field test.
        passes(kit(source("mysql", mariadb.parameters().values())), KitResult.Outcome.PASSED);
    }

    @Test
    void h2() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("crm") + ";DATABASE_TO_LOWER=TRUE";
        run(url, statements("timestamp"), "boss", "b");
        passes(
                kit(source("h2", Map.of("path", "crm.mv.db", "username", "boss", "password", "b"))),
                KitResult.Outcome.PASSED);
    }

    @Test
    void sqlite() throws SQLException {
        run("jdbc:sqlite:" + folder.resolve("crm.db"), statements("datetime"), "", "");
        passes(kit(source("sqlite", Map.of("path", "crm.db"))), KitResult.Outcome.SKIPPED);
    }

    private static void run(String url, List<String> statements, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void csv() throws IOException {
        Files.writeString(
                folder.resolve("people.csv"),
                "id,email,changed\n"
                        + IntStream.range(0, 200)
                                .mapToObj(i -> i + ",p" + i + "@example.com,2024-02-29")
                                .collect(Collectors.joining("\n")));
        passes(kit(source("csv", Map.of("path", "*.csv"))), KitResult.Outcome.SKIPPED);
    }

    @Test
    void jsonl() throws IOException {
        Files.writeString(
                folder.resolve("people.jsonl"),
                IntStream.range(0, 200)
                        .mapToObj(i -> "{\"id\": " + i + ", \"at\": {\"city\": \"Ulm\"}}")
                        .collect(Collectors.joining("\n")));
        passes(kit(source("jsonl", Map.of("path", "people.jsonl"))), KitResult.Outcome.SKIPPED);
    }

    @Test
    void parquet() throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(
                "message row { required int64 id; optional int64 at (TIMESTAMP(MICROS,true)); }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(
                        folder.resolve("people.parquet").toUri()))
                .withConf(new Configuration(false))
                .withType(type)
                .build()) {
            for (int i = 0; i < 200; i++) {
                Group row = new SimpleGroupFactory(type).newGroup();
                row.add("id", (long) i);
                row.add("at", i * 1_000_000L);
                writer.write(row);
            }
        }
        passes(kit(source("parquet", Map.of("path", "people.parquet"))), KitResult.Outcome.SKIPPED);
    }

    @Test
    void aSourceOutOfReachGivesNoAnswerAndNoMore() {
        List<KitResult> results = kit(source(
                "postgresql",
                Map.of("host", "127.0.0.1", "port", "1", "database", "x", "username", "u", "password", "secret-p")));
        assertThat(results).hasSize(1);
        assertThat(results.get(0).outcome()).isEqualTo(KitResult.Outcome.NO_ANSWER);
        assertThat(results.get(0).fault()).isEqualTo(Fault.SOURCE);
        assertThat(results.get(0).found()).startsWith("SOURCE_UNREACHABLE").doesNotContain("secret-p");
    }

    @Test
    void wrongParametersAreNoResult() {
        assertThatThrownBy(() -> kit(source("csv", Map.of("pth", "x"))))
                .hasFieldOrPropertyWithValue("code", ErrorCode.PARAMETER_INVALID);
    }
}
