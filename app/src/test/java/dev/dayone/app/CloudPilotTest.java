package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pilot that joins a helpdesk in the cloud with a CRM's database, from the doctor to the verdict. */
class CloudPilotTest {
    private static final String PASSWORD = "planted-pass-58-wq31";
    private static final int KNOWN = 204;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static FakeZendesk desk;
    private static LeakSearch search;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        desk = new FakeZendesk();
        List<String> planted =
                new ArrayList<>(List.of(PASSWORD, FakeZendesk.TOKEN, FakeZendesk.credential(), "nobody.planted"));
        for (int user = 0; user < FakeZendesk.USERS; user++) {
            String email = FakeZendesk.email(user);
            planted.addAll(List.of(email, email.substring(0, email.indexOf('@')), FakeZendesk.name(user)));
        }
        IntStream.range(0, FakeZendesk.TICKETS).mapToObj(FakeZendesk::subject).forEach(planted::add);
        search = new LeakSearch(planted);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE contacts (id bigint PRIMARY KEY, email text, name text)");
            statement.execute("INSERT INTO contacts VALUES "
                    + IntStream.range(0, KNOWN)
                            .mapToObj(i -> "(" + i + ",'" + FakeZendesk.email(i) + "','" + FakeZendesk.name(i) + "')")
                            .collect(Collectors.joining(",")));
            statement.execute("INSERT INTO contacts SELECT 1000 + i, 'nobody.planted' || i || '@leak.example', NULL"
                    + " FROM generate_series(1, 300) AS i");
            statement.execute("CREATE INDEX ON contacts (email)");
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            statement.execute("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("GRANT SELECT ON contacts TO reader");
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        desk.close();
        server.close();
    }

    private static String pilot(String name, String token, String limits, double known) throws IOException {
        return pilot(name, token, limits, known, "tickets: {sample: {method: all}}, users: {}");
    }

    private static String pilot(String name, String token, String limits, double known, String tables)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("password.txt"), PASSWORD);
        Files.writeString(home.resolve("token.txt"), token);
        return Files.writeString(home.resolve("pilot.yaml"), """
                pilot: cloud
                sources:
                  helpdesk:
                    connector: zendesk
                    parameters: {subdomain: acme, email: %s, apiToken: "{{file:token.txt}}", baseUrl: "%s"}
                    limits: {%s}
                    tables: {%s}
                  crm:
                    connector: postgresql
                    parameters: {host: localhost, port: %d, database: postgres, username: reader, password: "{{file:password.txt}}"}
                    tables: {contacts: {}}
                flow:
                  start: helpdesk.tickets
                  freshness: 36500d # the tickets that are answered are always of 2026
                  links:
                    - {from: helpdesk.tickets.requester_id, to: helpdesk.users.id, coverage: 0.95, unique: true}
                    - {from: helpdesk.users.email, to: crm.contacts.email, coverage: %s, unique: true}
                needs: {helpdesk.tickets: [subject, status], helpdesk.users: [email]}
                gates: [data, links, safety]
                """.formatted(
                                FakeZendesk.EMAIL, desk.url(), limits, tables, server.getPort(), known))
                .toString();
    }

    @Test
    void goesFromTheDoctorToTheVerdictWithExactRates() throws IOException {
        String pilot = pilot("whole", FakeZendesk.TOKEN, "", 0.9);
        Outcome doctor = Outcome.withLog("doctor", pilot);
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isZero();
        assertThat(doctor.out())
                .contains("  server    Zendesk Support, time zone UTC, ")
                .contains(
                        "  account   'agent@desk.example' has rights that are not told here; dayone cannot send a write")
                .contains("  session   dayone sends this API nothing but GET\n")
                .contains("  write     none is tried, for none can be sent\n")
                .contains("about 590 rows in ");
        Outcome costs = Outcome.withLog("doctor", pilot, "--json");
        desk.tire();

        Outcome run = Outcome.withLog("run", pilot, "-v");

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(desk.isTired()).as("whether the answer 429 was not sent").isFalse();
        assertThat(run.err()).contains("try 2 after: RATE_LIMITED: Cannot read 'tickets' in 'helpdesk' now");
        JsonNode report = report("whole");
        assertThat(report.path("gates"))
                .extracting(gate ->
                        gate.path("name").asText() + " " + gate.path("verdict").asText())
                .containsExactly("data READY", "links NOT_READY", "safety READY");
        assertThat(report.path("links"))
                .extracting(link -> link.path("matched").asInt() + " of "
                        + link.path("rows").asInt() + ", "
                        + link.path("orphanKeys").asInt() + " orphans, "
                        + link.path("verdict").asText())
                .containsExactly("340 of 350, 10 orphans, PASS", "204 of 240, 36 orphans, FAIL");
        assertThat(saidBefore(costs))
                .as("calls that the doctor foretold, one of which was refused and sent again")
                .isEqualTo(calls(report) - 1);
        assertThat(shapes(report))
                .contains(
                        "GET /api/v2/users/me.json",
                        "GET /api/v2/tickets.json?page%5Bsize%5D=?",
                        "GET /api/v2/tickets.json?page%5Bafter%5D=?&page%5Bsize%5D=?")
                .allMatch(shape -> shape.replace("%5B", "[")
                        .replace("%5D", "]")
                        .matches("GET /api/v[2]/[a-z_/]+\\.json([?&][a-z\\[\\]]+=[?])*"));
        assertThat(search.in(doctor.out() + doctor.err() + run.out() + run.err()))
                .isEmpty();
        assertThat(search.below(folder.resolve("whole/.dayone"))).isEmpty();
        assertThat(search.below(folder.resolve("whole")))
                .as("what is there to find")
                .hasSize(2);
    }

    @Test
    void aRunThatItsBudgetOfCallsEndedGoesOnToTheSameVerdict() throws IOException {
        // The account and the tickets; the users and a page; the other pages.
        String pilot = pilot("budget", FakeZendesk.TOKEN, "runCalls: 6", 0.8);

        for (int run = 0; run < 2; run++) {
            Outcome first = Outcome.withLog("run", pilot);
            assertThat(first.exitCode()).as(first.out() + first.err()).isEqualTo(3);
            assertThat(first.err()).contains("LIMIT_EXCEEDED: ", "'runCalls of 6' is reached");
            assertThat(folder.resolve("budget/.dayone/runs")).doesNotExist();
        }

        Outcome second = Outcome.withLog("run", pilot);
        assertThat(second.exitCode()).as(second.out() + second.err()).isZero();
        assertThat(second.err()).contains("kept from the run that was broken off");
        JsonNode report = report("budget");
        assertThat(report.path("tables")
                        .path("helpdesk.tickets")
                        .path("sampledRows")
                        .asInt())
                .isEqualTo(FakeZendesk.TICKETS);
        assertThat(report.path("tables")
                        .path("helpdesk.users")
                        .path("sampledRows")
                        .asInt())
                .isEqualTo(FakeZendesk.USERS);
        assertThat(report.path("links"))
                .extracting(link -> link.path("matched").asInt())
                .containsExactly(FakeZendesk.TICKETS - FakeZendesk.ORPHANS, KNOWN);
        assertThat(report.path("sources")
                        .path("helpdesk")
                        .path("receipt")
                        .path("runs")
                        .asInt())
                .isEqualTo(3);
        assertThat(search.below(folder.resolve("budget/.dayone"))).isEmpty();
    }

    @Test
    void whoAskedTheLatestTicketsIsLookedUp() throws IOException {
        String pilot = pilot(
                "lookup",
                FakeZendesk.TOKEN,
                "",
                0.8,
                "tickets: {sample: {method: latest, rows: 100}}, users: {sample: {method: linked, rows: 150}}");
        Outcome doctor = Outcome.withLog("doctor", pilot, "--json");
        Outcome run = Outcome.withLog("run", pilot);

        assertThat(run.exitCode())
                .as("a hundred tickets do not decide" + run.err())
                .isEqualTo(1);
        JsonNode report = report("lookup");
        assertThat(report.path("tables")
                        .path("helpdesk.users")
                        .path("sampledRows")
                        .asInt())
                .isEqualTo(100);
        assertThat(report.path("links"))
                .extracting(link -> link.path("matched").asInt() + " of "
                        + link.path("rows").asInt())
                .containsExactly("100 of 100", "100 of 100");
        assertThat(shapes(report)).contains("GET /api/v2/users/show_many.json?ids=?");
        assertThat(saidBefore(doctor)).as("calls that the doctor foretold").isEqualTo(calls(report));
        assertThat(search.below(folder.resolve("lookup/.dayone"))).isEmpty();
    }

    @Test
    void aWrongTokenIsSaidInOneLine() throws IOException {
        Outcome run = Outcome.withLog("run", pilot("refused", "wrong-t0ken-planted", "", 0.9));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("LOGIN_REFUSED: Cannot log in to 'helpdesk': the API answered 401, expected it to accept the"
                        + " credentials. Check the parameters apiToken, email.\n")
                .doesNotContain("\tat ", "wrong-t0ken");
        assertThat(folder.resolve("refused/.dayone/runs")).doesNotExist();
    }

    private static long saidBefore(Outcome doctor) throws IOException {
        return Json.MAPPER
                .readTree(doctor.out())
                .path(0)
                .path("cost")
                .path("calls")
                .asLong();
    }

    private static long calls(JsonNode report) {
        return report.path("sources")
                .path("helpdesk")
                .path("receipt")
                .path("quota")
                .path("calls")
                .asLong();
    }

    private static List<String> shapes(JsonNode report) {
        List<String> shapes = new ArrayList<>();
        report.path("sources")
                .path("helpdesk")
                .path("receipt")
                .path("statements")
                .forEach(statement -> shapes.add(statement.path("shape").asText()));
        return shapes;
    }

    private static JsonNode report(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name + "/.dayone/runs"))) {
            Path file =
                    files.filter(one -> one.endsWith("report.json")).findFirst().orElseThrow();
            return Json.MAPPER.readTree(Files.readString(file));
        }
    }
}
