package dev.dayone.pilot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.History;
import dev.dayone.pilot.Hours;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PilotLoaderTest {
    private static final Path PILOTS = Path.of("src/test/resources/pilots");

    @TempDir
    Path folder;

    @Test
    void mapsEveryKey() {
        Pilot pilot = PilotLoader.load(PILOTS.resolve("complete.yaml")).pilot();

        assertThat(pilot.name()).isEqualTo("support-triage");
        assertThat(pilot.description()).isEqualTo("Draft first replies to tier-1 tickets");
        assertThat(pilot.owner())
                .isEqualTo(new Owner(
                        "Head of Support",
                        "business",
                        "support-lead@example.com",
                        new Owner.OnCall("Duty desk", "+49 30 0")));
        assertThat(pilot.budget())
                .isEqualTo(new Budget(
                        "EUR",
                        new BigDecimal(400),
                        List.of(
                                new Budget.Line("model calls", new BigDecimal("0.004"), new BigDecimal(30000), null),
                                new Budget.Line("hosting", null, null, new BigDecimal(60)),
                                new Budget.Line(
                                        "mails",
                                        new BigDecimal("0.01"),
                                        null,
                                        null,
                                        ColumnRef.parse("helpdesk.tickets.created_at"),
                                        new BigDecimal(2))),
                        new BigDecimal("0.02")));
        assertThat(pilot.gates()).containsExactly(GateName.DATA, GateName.OWNER);
        assertThat(pilot.schedule()).isEqualTo("0 0 2 * * ?");
        assertThat(pilot.retention()).isEqualTo(Duration.ofHours(36));
        assertThat(pilot.needs()).containsExactly(Map.entry(table("tickets"), List.of("subject", "created_at")));
        assertThat(pilot.metrics())
                .containsExactly(
                        new Metric(
                                "median first reply",
                                "minutes",
                                "SELECT percentile_approx(first_reply_min, 0.5) FROM helpdesk.tickets",
                                new Metric.Target(15.0, null),
                                new Metric.Worth(ColumnRef.parse("helpdesk.tickets.created_at"), 500)),
                        new Metric("solved at once", "", "SELECT 1", new Metric.Target(null, 0.4)));
    }

    @Test
    void mapsHistory() {
        History history =
                PilotLoader.load(PILOTS.resolve("complete.yaml")).pilot().history();

        assertThat(history.parameters().values())
                .containsExactly(
                        Map.entry("url", "jdbc:postgresql://db1:5432/dayone"),
                        Map.entry("username", "dayone"),
                        Map.entry("password", "{{env:HISTORY_PASSWORD}}"));
        assertThat(history.toString()).doesNotContain("HISTORY_PASSWORD");
        assertThat(history.minimumRuns()).isEqualTo(10);
        assertThat(history.incidents())
                .containsExactly(
                        new History.Incident(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3), "a load broke off"),
                        new History.Incident(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 1), "a holiday"));
        assertThat(history.leavesOut(Instant.parse("2026-01-03T23:59:59Z"))).isTrue();
        assertThat(history.leavesOut(Instant.parse("2026-01-04T00:00:00Z"))).isFalse();
    }

    @Test
    void saysNothingOfHistoryByDefault(@TempDir Path empty) throws IOException {
        Path file = Files.writeString(empty.resolve("p.yaml"), "pilot: p\nsources: {s: {connector: c}}\n");
        assertThat(PilotLoader.load(file).pilot().history())
                .isEqualTo(new History(new Parameters(Map.of()), List.of(), 7));
    }

    @Test
    void mapsSources() {
        Pilot pilot = PilotLoader.load(PILOTS.resolve("complete.yaml")).pilot();
        Source helpdesk = pilot.source("helpdesk");

        assertThat(helpdesk.connector()).isEqualTo("mariadb");
        assertThat(helpdesk.acceptsWritableAccount()).isTrue();
        assertThat(helpdesk.parameters().values())
                .containsEntry("port", "3306")
                .containsEntry("password", "{{env:HELPDESK_PASSWORD}}");
        assertThat(helpdesk.limits())
                .isEqualTo(new Limits(
                        2,
                        1000,
                        90000,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(250),
                        new RunLimits(50_000, 20_000_000, Duration.ofMinutes(10), 400, 0.1),
                        new Hours(LocalTime.of(20, 0), LocalTime.of(6, 30), ZoneId.of("Europe/Berlin")),
                        2.5,
                        1_000_000));
        assertThat(helpdesk.tables()).containsOnlyKeys("tickets", "users", "odd name.v2");
        assertThat(helpdesk.table("tickets"))
                .isEqualTo(new TableSelection(
                        new Sample(SampleMethod.LATEST, 500, "created_at"),
                        Set.of("subject"),
                        Set.of("status"),
                        Set.of("phone"),
                        Set.of("body"),
                        true));
        assertThat(helpdesk.table("users")).isEqualTo(TableSelection.DEFAULT);
        assertThat(helpdesk.table("odd name.v2")).isEqualTo(TableSelection.DEFAULT);
    }

    @Test
    void mapsFlowAndChecks() {
        Pilot pilot = PilotLoader.load(PILOTS.resolve("complete.yaml")).pilot();

        assertThat(pilot.flow())
                .isEqualTo(new Flow(
                        table("tickets"),
                        List.of(
                                new Link(
                                        ColumnRef.parse("helpdesk.tickets.requester_id"),
                                        ColumnRef.parse("helpdesk.users.id"),
                                        0.99,
                                        false),
                                new Link(
                                        ColumnRef.parse("helpdesk.users.email"),
                                        ColumnRef.parse("crm.contacts.email"),
                                        0.95,
                                        true)),
                        Duration.ofDays(14)));
        assertThat(pilot.checks().get(table("tickets")))
                .containsExactly(
                        new Expectation(
                                "expect_column_values_to_not_be_null",
                                Map.of("column", "subject", "mostly", 0.99),
                                Severity.BLOCKER,
                                Map.of("why", "drafts need it")),
                        new Expectation(
                                "expect_column_values_to_be_in_set",
                                Map.of("column", "status", "value_set", Arrays.asList("open", "closed", null, 3)),
                                Severity.MAJOR,
                                Map.of()));
        assertThat(pilot.checks().get(new TableRef("crm", "contacts")))
                .containsExactly(
                        new Expectation(
                                "expect_column_values_to_be_unique",
                                Map.of("column", "email"),
                                Severity.BLOCKER,
                                Map.of("team", "crm")),
                        new Expectation("expect_column_to_exist", Map.of("column", "id"), Severity.MAJOR, Map.of()),
                        new Expectation(
                                "expect_table_row_count_to_be_between",
                                Map.of("min_value", 1),
                                Severity.MINOR,
                                Map.of()));
    }

    @Test
    void hasSafeDefaults() throws IOException {
        Path file = folder.resolve("pilot.yaml");
        Files.writeString(file, "pilot: p\nsources: {crm: {connector: postgresql}}\n");
        Pilot pilot = PilotLoader.load(file).pilot();

        assertThat(pilot)
                .isEqualTo(new Pilot(
                        "p",
                        "",
                        null,
                        null,
                        Map.of(
                                "crm",
                                new Source(
                                        "crm",
                                        "postgresql",
                                        new dev.dayone.pilot.Parameters(Map.of()),
                                        Limits.DEFAULT,
                                        Map.of(),
                                        false)),
                        null,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        EnumSet.allOf(GateName.class),
                        null,
                        Duration.ofDays(7)));
    }

    @ParameterizedTest
    @MethodSource("invalidPilots")
    void saysEveryProblemAtOnce(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replace(".yaml", ".txt")))
                .strip()
                .replace("{file}", file.toString());

        BadRequestException failure = catchThrowableOfType(BadRequestException.class, () -> PilotLoader.load(file));

        assertThat(failure.line()).isEqualTo(expected);
        assertThat(failure.code().fault().exitCode()).isEqualTo(2);
    }

    static Stream<Path> invalidPilots() throws IOException {
        try (Stream<Path> files = Files.list(PILOTS.resolve("invalid"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> PilotLoader.load(file))
                .isInstanceOfSatisfying(BadRequestException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.FILE_NOT_FOUND))
                .hasMessage("Cannot read pilot '" + file + "': no such file, expected a pilot.yaml. "
                        + "Give the path of yours, or see one made by 'dayone demo'.");
    }

    @Test
    void refusesFoldersAndOtherEncodings() throws IOException {
        assertThatThrownBy(() -> PilotLoader.load(folder)).hasMessageContaining("a folder, expected a file");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "pilot: é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> PilotLoader.load(latin)).hasMessageContaining("not UTF-8 text");
    }

    @Test
    void readsTextBehindAByteOrderMark() throws IOException {
        Path file = folder.resolve("bom.yaml");
        Files.writeString(file, "\uFEFFpilot: p\nsources: {crm: {connector: postgresql}}\n");
        assertThat(PilotLoader.load(file).pilot().name()).isEqualTo("p");
    }

    @Test
    void neverShowsParameterValues() throws IOException {
        Path file = folder.resolve("secret.yaml");
        Files.writeString(
                file,
                "pilot: p\nsources: {crm: {connector: postgresql, parameters: {password: hunter2, host: db1}}}\n");
        assertThat(PilotLoader.load(file).toString()).doesNotContain("hunter2").contains("Parameters[host, password]");
    }

    private static TableRef table(String name) {
        return new TableRef("helpdesk", name);
    }
}
