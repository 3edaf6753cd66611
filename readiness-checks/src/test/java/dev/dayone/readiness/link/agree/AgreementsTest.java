package dev.dayone.readiness.link.agree;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dayone.pilot.Link;
import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.TestPilot;
import dev.dayone.readiness.engine.SnapshotReader;
import dev.dayone.readiness.engine.SparkEngine;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class AgreementsTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int ROWS = 120;

    @TempDir
    static Path folder;

    private static SnapshotFixture fixture;
    private static Evidence evidence;

    @BeforeAll
    static void measure() {
        List<Object[]> contacts = new ArrayList<>();
        List<Object[]> users = new ArrayList<>();
        List<Object[]> twins = new ArrayList<>();
        List<Object[]> tickets = new ArrayList<>();
        List<Object[]> mirrors = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Instant created = START.plusSeconds(i * 54_321L);
            String mail = "person" + i + "@x.org";
            String phone = "+49 151 12345" + (100 + i);
            contacts.add(row((long) i, mail, phone, "Ann " + i, i % 2 == 0 ? "new" : "old", at(created), "x"));
            // Rows 0 to 9 have another number there, rows 10 to 19 none; its texts are two hours later.
            String there = i < 10 ? "+49 30 98765" + (100 + i) : i < 20 ? null : "0151 12345" + (100 + i);
            users.add(row(
                    900L + i,
                    mail,
                    there,
                    "Company " + i % 7,
                    "open",
                    created.plusSeconds(7200).toString().replace("T", " ").replace("Z", ""),
                    i % 3 == 0 ? null : "y"));
            twins.add(row(900L + i, mail, phone, "Company " + i % 7, "open", at(created), "z"));
            tickets.add(row(5_000L + i, at(created)));
            mirrors.add(row((long) i, i % 4 == 0 ? null : (Long) (5_000L + i), at(created.minusSeconds(3600))));
        }
        // A key that stands several times on both sides: nobody knows which rows belong together.
        for (int i = 0; i < 60; i++) {
            contacts.add(row(500L + i, "info@x.org", "+49 30 1", "Bo", "new", at(START), "x"));
            users.add(row(2_000L + i, "info@x.org", "+49 40 2", "Bo", "new", "2020-01-01 00:00:00", "y"));
        }
        List<String> person = List.of(
                "id bigint",
                "email string",
                "phone string",
                "name string",
                "status string",
                "created_at timestamp",
                "kind string");
        List<String> user = List.of(
                "id bigint",
                "mail string",
                "phone_number string",
                "name string",
                "status string",
                "created string",
                "kind string");
        fixture = new SnapshotFixture(folder)
                .whole("crm.contacts", person, contacts.toArray(Object[][]::new))
                .whole("desk.users", user, users.toArray(Object[][]::new))
                .whole("desk.twins", person, twins.toArray(Object[][]::new))
                .whole("desk.tickets", List.of("id bigint", "created_at timestamp"), tickets.toArray(Object[][]::new))
                .whole(
                        "crm.calls",
                        List.of("id bigint", "ticket_no bigint", "occurred_at timestamp"),
                        mirrors.toArray(Object[][]::new))
                .whole("crm.one", List.of("email string", "created_at timestamp"), row("person1@x.org", at(START)))
                .keyed("crm.contacts", "id")
                .keyed("desk.users", "id")
                .keyed("desk.twins", "id")
                .keyed("desk.tickets", "id")
                .keyed("crm.calls", "id");
        evidence = Measurement.measure(
                new TestPilot()
                        .link("crm.contacts.email", "desk.users.mail", 0.5, false)
                        .link("crm.contacts.email", "desk.twins.email", 0.5, false)
                        .link("crm.one.email", "desk.users.mail", 0.5, false)
                        .link("crm.contacts.email", "crm.nobody.email", 0.5, false)
                        .build(),
                fixture.snapshot(),
                fixture.workspace(),
                (step, done, total) -> {});
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    private static Agreement agreement(int link) {
        return Objects.requireNonNull(evidence.links().get(link).agreement());
    }

    @Test
    void findsTheClockOfTextsAndTheNumbersThatConflict() {
        assertThat(agreement(0).pairs()).isEqualTo(ROWS);
        assertThat(agreement(0).lacks()).isNull();
        assertThat(agreement(0).clocks())
                .extracting(clock -> clock.to().toString(), Clock::relation, Clock::concerned)
                .containsExactly(tuple("desk.users.created", Relation.CLOCK_SHIFT, (long) ROWS));
        assertThat(agreement(0).attributes())
                .extracting(
                        found -> found.to().toString(), Attribute::pairs, Attribute::written, Attribute::conflicting)
                .containsExactly(tuple("desk.users.phone_number", ROWS - 10L, ROWS - 20L, 10L));
    }

    @Test
    void makesFindingsOfThemWithoutAValue() {
        List<Finding> found = AgreementFindings.of(agreement(0)).toList();

        assertThat(found)
                .extracting(Finding::kind, Finding::place, Finding::count, Finding::of)
                .containsExactly(
                        tuple("clock-shift", "crm.contacts.created_at", (long) ROWS, (long) ROWS),
                        tuple("conflicting-values", "crm.contacts.phone", 10L, ROWS - 10L));
        assertThat(found.toString()).doesNotContain("+49", "person", "98765", "12345");
    }

    @Test
    void findsNothingBetweenSidesThatAgree() {
        assertThat(AgreementFindings.of(agreement(1))).isEmpty();
        assertThat(agreement(1).clocks()).extracting(Clock::relation).containsExactly(Relation.SAME);
        // Names of people and companies, and states of two things, are told apart by their values.
        assertThat(agreement(1).attributes())
                .extracting(found -> found.from().column())
                .containsExactly("phone");
    }

    @Test
    void concludesNothingFromOneRow() {
        assertThat(agreement(2).pairs()).isEqualTo(1);
        assertThat(AgreementFindings.of(agreement(2))).isEmpty();
        assertThat(evidence.links().get(3).agreement()).isNull();
    }

    @Test
    void findsTheClockOfAMirrorThatNoLinkLeadsTo() {
        assertThat(evidence.inRows())
                .filteredOn(finding -> finding.kind().equals("clock-shift"))
                .extracting(Finding::title)
                .containsExactly("In 90 of 90 matched rows crm.calls.occurred_at is 1 hour earlier than"
                        + " desk.tickets.created_at.");
    }

    @Test
    void looksAtAPartOfTheKeysOfLargeTables() {
        List<Link> links =
                evidence.links().stream().map(LinkResult::link).limit(2).toList();
        Map<Link, Agreement> found = new Agreements(
                        new SnapshotReader(
                                        SparkEngine.shared(fixture.workspace()),
                                        fixture.snapshot(),
                                        fixture.workspace())
                                .tables(),
                        evidence.tables(),
                        90)
                .measure(links);

        Agreement part = Objects.requireNonNull(found.get(links.get(0)));
        assertThat(part.pairs()).isBetween(35L, 85L);
        assertThat(part.lacks()).isEqualTo("The tables are large: of 2 keys, the rows of one were compared.");
        assertThat(part.clocks()).extracting(Clock::relation).containsExactly(Relation.CLOCK_SHIFT);
        assertThat(part.attributes())
                .allSatisfy(attribute -> assertThat(attribute.interval().high())
                        .isGreaterThan(attribute.interval().low()));
        assertThat(Stream.of(found.get(links.get(1))).flatMap(AgreementFindings::of))
                .isEmpty();
    }
}
