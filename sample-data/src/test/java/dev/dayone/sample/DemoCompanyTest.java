package dev.dayone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.PlantedDefects;
import dev.dayone.sample.defect.PlantedDefects.Planted;
import dev.dayone.sample.server.EmbeddedServer.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On both real servers, opened twice: made by the first opening, kept for the second, on which all is asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCompanyTest {
    private static final DemoScale SMALL = new DemoScale(0.01, 42);

    @TempDir
    private static Path parent;

    private final List<String> secondSteps = new CopyOnWriteArrayList<>();
    private DemoCompany company;
    private PlantedDefects planted;

    private static Path folder() {
        return parent.resolve("a 'folder' with blänks");
    }

    @BeforeAll
    void openTwice() throws SQLException, IOException {
        try (DemoCompany first = DemoCompany.open(folder(), SMALL, line -> {})) {
            execute(
                    first.servers().get(0),
                    first.servers().get(0).writer(),
                    "UPDATE users SET team = 'kept' WHERE id = 101");
            execute(
                    first.servers().get(1),
                    first.servers().get(1).writer(),
                    "UPDATE agents SET team = 'kept' WHERE id = 7001");
        }
        company = DemoCompany.open(folder(), SMALL, secondSteps::add);
        planted = Json.MAPPER.readValue(Files.readString(company.plantedDefects()), PlantedDefects.class);
    }

    @AfterAll
    void close() {
        company.close();
    }

    private DemoServer crm() {
        return company.servers().get(0);
    }

    private DemoServer helpdesk() {
        return company.servers().get(1);
    }

    private static Connection connect(DemoServer server, Account account) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), account.user(), account.password());
    }

    private static void execute(DemoServer server, Account account, String sql) throws SQLException {
        try (Connection connection = connect(server, account);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(DemoServer server, String sql) throws SQLException {
        try (Connection connection = connect(server, server.reader());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    private static long count(DemoServer server, String fromWhere) throws SQLException {
        return Long.parseLong(
                strings(server, "SELECT count(*) FROM " + fromWhere).get(0));
    }

    private Planted planted(DefectKind kind) {
        return planted.defects().stream()
                .filter(defect -> defect.name().equals(kind.label()))
                .findFirst()
                .orElseThrow();
    }

    static Stream<DefectKind> countedBySql() {
        return Stream.concat(DefectQueries.CRM.keySet().stream(), DefectQueries.HELPDESK.keySet().stream())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("countedBySql")
    void countsOfAKindAreThoseThatSqlFinds(DefectKind kind) throws SQLException {
        boolean inCrm = DefectQueries.CRM.containsKey(kind);
        String query = String.valueOf((inCrm ? DefectQueries.CRM : DefectQueries.HELPDESK).get(kind));

        assertThat(count(inCrm ? crm() : helpdesk(), query))
                .as(query)
                .isPositive()
                .isEqualTo(planted(kind).count());
    }

    @ParameterizedTest
    @MethodSource("countedBySql")
    void keysOfAKindAreThoseOfRowsThatHaveIt(DefectKind kind) throws SQLException {
        boolean inCrm = DefectQueries.CRM.containsKey(kind);
        String query = String.valueOf((inCrm ? DefectQueries.CRM : DefectQueries.HELPDESK).get(kind));
        if (kind == DefectKind.CONTACT_DUPLICATE_EXACT) {
            return; // Either of two equal rows can be called the copy.
        }

        assertThat(strings(inCrm ? crm() : helpdesk(), "SELECT id FROM " + query))
                .containsAll(planted(kind).keys().stream().map(String::valueOf).toList());
    }

    @Test
    void rowsOfTablesAreThoseInTheList() throws SQLException {
        assertThat(planted.rows()).hasSize(11);
        for (Map.Entry<String, Long> table : planted.rows().entrySet()) {
            DemoServer server = table.getKey().startsWith("crm.") ? crm() : helpdesk();
            assertThat(count(server, table.getKey().substring(table.getKey().indexOf('.') + 1)))
                    .as(table.getKey())
                    .isPositive()
                    .isEqualTo(table.getValue());
        }
    }

    @Test
    void requestersUnknownToTheCrmAreThoseInTheList() throws SQLException {
        Set<String> known = new HashSet<>();
        strings(crm(), "SELECT coalesce(email, '') FROM contacts").forEach(email -> known.add(plain(email)));
        List<String> unknown = strings(
                        helpdesk(), "SELECT email FROM requesters WHERE email NOT IN ('noreply@example.com','n/a','-')")
                .stream()
                .filter(email -> !known.contains(plain(email)))
                .toList();

        assertThat(unknown)
                .hasSize((int) planted(DefectKind.REQUESTER_NOT_IN_CRM).count())
                .isNotEmpty();
    }

    private static String plain(String email) {
        return email.strip().toLowerCase(Locale.ROOT).replaceAll("\\+[^@]*@", "@");
    }

    @Test
    void helpdeskWritesTheSameMomentTwoHoursLaterThanTheCrm() throws SQLException {
        List<String> crmTimes = strings(
                crm(),
                "SELECT ticket_no || ' ' || to_char(occurred_at AT TIME ZONE 'UTC' + interval '2 hours',"
                        + " 'YYYY-MM-DD HH24:MI:SS') FROM activities WHERE ticket_no IS NOT NULL");

        assertThat(strings(helpdesk(), "SELECT concat(id, ' ', created_at) FROM tickets"))
                .containsAll(crmTimes);
    }

    @Test
    void activitiesAreStaleAndRatingsHaveNoKey() throws SQLException {
        assertThat(planted(DefectKind.ACTIVITIES_STALE).count()).isEqualTo(1);
        assertThat(count(crm(), "activities WHERE occurred_at > now() - interval '110 days'"))
                .isZero();
        assertThat(strings(helpdesk(), "SHOW KEYS FROM satisfaction WHERE Key_name = 'PRIMARY'"))
                .isEmpty();
    }

    @Test
    void cleanTablesAreClean() throws SQLException {
        assertThat(planted.cleanTables()).containsExactly("crm.users", "helpdesk.agents");
        assertThat(planted.defects())
                .noneMatch(d -> d.table().equals("users") || d.table().equals("agents"));
        assertThat(count(
                        crm(),
                        "users WHERE email !~ '^[a-z0-9.-]+@[a-z.]+$' OR phone !~ '^\\+[0-9]{8,15}$' OR full_name ~ 'Ã'"
                                + " OR btrim(full_name) <> full_name OR hired_on < '2000-01-01'"
                                + " OR created_at > now() OR last_login_at < created_at"))
                .isZero();
        assertThat(count(crm(), "(SELECT email FROM users GROUP BY email HAVING count(*) > 1) d"))
                .isZero();
        assertThat(count(helpdesk(), "agents WHERE BINARY email <> lower(email) OR last_seen_at < created_at"))
                .isZero();
        assertThat(count(helpdesk(), "(SELECT email FROM agents GROUP BY email HAVING count(*) > 1) d"))
                .isZero();
    }

    @Test
    void fewAccountsOwnMostTickets() throws SQLException {
        List<String> perOrganisation = strings(
                helpdesk(),
                "SELECT count(*) FROM tickets t JOIN requesters r ON r.id = t.requester_id"
                        + " GROUP BY r.organisation_id ORDER BY 1 DESC");
        long all = perOrganisation.stream().mapToLong(Long::parseLong).sum();
        long topFifth = perOrganisation.stream()
                .limit(planted.rows().getOrDefault("helpdesk.organisations", 0L) / 5)
                .mapToLong(Long::parseLong)
                .sum();

        assertThat(topFifth).isGreaterThan(all / 2);
    }

    @Test
    void readerCannotWriteOnEitherServer() throws SQLException {
        for (DemoServer server : company.servers()) {
            String table = server.equals(crm()) ? "users" : "agents";
            assertThat(count(server, table)).isPositive();
            for (String sql : List.of(
                    "UPDATE " + table + " SET team = 'x'",
                    "DELETE FROM " + table,
                    "CREATE TABLE mine (id int)",
                    "CREATE TEMPORARY TABLE mine (id int)")) {
                assertThatThrownBy(() -> execute(server, server.reader(), sql))
                        .as(server.product() + ": " + sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?is).*(denied|permission).*");
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        for (DemoServer server : company.servers()) {
            assertThatThrownBy(() -> connect(server, new Account(server.reader().user(), "wrong")))
                    .as(server.product())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keptDataIsReused() throws SQLException {
        assertThat(secondSteps).singleElement().asString().startsWith("Starting the sample company kept from");
        assertThat(strings(crm(), "SELECT team FROM users WHERE id = 101")).containsExactly("kept");
        assertThat(strings(helpdesk(), "SELECT team FROM agents WHERE id = 7001"))
                .containsExactly("kept");
    }

    @Test
    void aSecondDemoInTheSameFolderIsRefused() {
        assertThatThrownBy(() -> DemoCompany.open(folder(), SMALL, line -> {}))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("another demo runs there");
    }

    @Test
    void pilotNamesTheServersAndNoSecret() throws IOException {
        String pilot = Files.readString(company.pilotFile());

        assertThat(pilot)
                .contains("connector: mariadb", "connector: postgresql")
                .contains("port: " + crm().port(), "port: " + helpdesk().port())
                .contains("\"{{file:secrets/crm.password}}\"")
                .doesNotContain("${")
                .doesNotContain(crm().reader().password());
        assertThat(Files.readString(folder().resolve("secrets/crm.password")))
                .isEqualTo(crm().reader().password());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder().resolve("secrets/crm.password"))))
                .isEqualTo("rw-------");
        assertThat(company.fallback()).isFalse();
    }
}
