package dev.dayone.readiness;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.flow.Walked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class FlowTest {
    private static final List<String> TICKET = List.of("id bigint", "requester bigint", "Betreff \"x\" string");

    @TempDir
    Path folder;

    @Test
    void followsEachRecordOverThreeSystems() {
        SnapshotFixture fixture = new SnapshotFixture(folder.resolve("мой пилот"))
                .whole(
                        "desk.tickets",
                        TICKET,
                        row(1L, 1L, "help"),
                        row(2L, 2L, "help me"),
                        row(3L, 3L, "help"),
                        row(4L, 4L, " "),
                        row(5L, 9L, "n/a"),
                        row(6L, null, null),
                        row(7L, 1L, "no"))
                .whole(
                        "desk.users",
                        List.of("id bigint", "mail string"),
                        row(1L, "a@x.org"),
                        row(2L, "B@x.org"),
                        row(3L, null),
                        row(4L, "d@x.org"))
                .whole(
                        "crm.contacts",
                        List.of("mail string", "account string"),
                        row("a@x.org", "7"),
                        row("b@x.org", "7"),
                        row("d@x.org", "8"),
                        row("d@x.org", "8"))
                .whole("erp.\"select\"", List.of("no bigint", "name string"), row(7L, "Acme"), row(8L, "-"));
        TestPilot pilot = new TestPilot()
                .needs("desk.tickets", "Betreff \"x\"")
                .needs("erp.\"select\"", "name")
                .check(
                        "desk.tickets",
                        "expect_column_value_lengths_to_be_between",
                        Map.of("column", "Betreff \"x\"", "min_value", 3))
                .link("desk.tickets.requester", "desk.users.id", 0.9, false)
                .link("desk.users.mail", "crm.contacts.mail", 0.9, true)
                .link("crm.contacts.account", "erp.\"select\".no", 0.9, false);

        Walked walked = walked(pilot, fixture);
        Funnel funnel = walked.funnel();

        assertThat(funnel.start()).isEqualTo(TableRef.parse("desk.tickets"));
        assertThat(funnel.records()).isEqualTo(7);
        assertThat(funnel.handled()).isEqualTo(1);
        assertThat(funnel.interval()).isEqualTo(new Interval(1 / 7.0, 1 / 7.0));
        assertThat(funnel.atLeast()).isFalse();
        assertThat(funnel.reached())
                .containsEntry(TableRef.parse("desk.users"), 5L)
                .containsEntry(TableRef.parse("crm.contacts"), 3L)
                .containsEntry(TableRef.parse("erp.\"select\""), 3L);
        assertThat(funnel.steps())
                .extracting(Funnel.Step::kind, Funnel.Step::came, Funnel.Step::touched, Funnel.Step::lost)
                .containsExactly(
                        // Blank, n/a and NULL.
                        step(Funnel.Kind.NEED, 7, 3, 3),
                        // "no" and the blank are short; NULL has no length.
                        step(Funnel.Kind.RULE, 7, 2, 1),
                        step(Funnel.Kind.LINK, 7, 2, 0),
                        // B@ is not b@, one has no address, d@ stands twice.
                        step(Funnel.Kind.LINK, 5, 3, 2),
                        step(Funnel.Kind.LINK, 3, 0, 0),
                        step(Funnel.Kind.NEED, 3, 1, 0));
        assertThat(funnel.steps().get(0).losses())
                .containsExactlyInAnyOrder(new Funnel.Loss("empty", 2), new Funnel.Loss("a placeholder", 1));
        assertThat(funnel.steps().get(3).losses())
                .extracting(Funnel.Loss::why)
                .containsExactlyInAnyOrder("key not found", "key in several rows", "no key");
        assertThat(funnel.steps()).last().extracting(Funnel.Step::left).isEqualTo(1L);
    }

    @Test
    void namesTheChangesThatGainTheMostTogether() {
        List<Object[]> tickets = new ArrayList<>();
        for (long id = 0; id < 100; id++) {
            // 30 without a subject; 20 of them, and 10 others, without a requester.
            tickets.add(row(id, id >= 10 && id < 40 ? null : 1L, id >= 20 && id < 50 ? null : "help"));
        }
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole("desk.tickets", TICKET, tickets.toArray(Object[][]::new))
                .whole("desk.users", List.of("id bigint", "mail string"), row(1L, "a@x.org"));
        TestPilot pilot = new TestPilot()
                .needs("desk.tickets", "Betreff \"x\"")
                .link("desk.tickets.requester", "desk.users.id", 0.9, false);

        Walked walked = walked(pilot, fixture);

        assertThat(walked.funnel().handled()).isEqualTo(60);
        // Each by itself gains ten; together they gain the twenty that lack both as well.
        assertThat(walked.best()).extracting(Walked.Gain::handled).containsExactly(70L, 100L);
    }

    @Test
    void aSampleHasAnIntervalAndAnotherSideReadInPartSaysAtLeast() {
        List<Object[]> tickets = new ArrayList<>();
        for (long id = 0; id < 400; id++) {
            tickets.add(row(id, id % 4, "help"));
        }
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .sampled("desk.tickets", 100_000, TICKET, tickets)
                .sampled(
                        "desk.users",
                        1000,
                        List.of("id bigint", "mail string"),
                        List.of(row(1L, "a"), row(2L, "b"), row(3L, "c")));

        Funnel funnel = walked(new TestPilot().link("desk.tickets.requester", "desk.users.id", 0.9, false), fixture)
                .funnel();

        assertThat(funnel.atLeast()).isTrue();
        assertThat(funnel.handled()).isEqualTo(300);
        assertThat(funnel.interval().low()).isCloseTo(0.705, within(0.01));
        assertThat(funnel.interval().high()).isCloseTo(0.79, within(0.01));
    }

    @Test
    void withoutAFlowOrAColumnOfItNobodyFollowsIt() {
        SnapshotFixture fixture = new SnapshotFixture(folder)
                .whole("desk.tickets", TICKET, row(1L, 1L, "help"))
                .whole("desk.users", List.of("id bigint"), row(1L));

        assertThat(measured(new TestPilot(), fixture).walked()).isNull();
        assertThat(measured(new TestPilot().link("desk.tickets.requester", "desk.users.ID!", 0.9, false), fixture)
                        .walked())
                .isNull();
        assertThat(measured(new TestPilot().link("desk.tickets.requester", "crm.users.id", 0.9, false), fixture)
                        .walked())
                .isNull();
    }

    private static org.assertj.core.groups.Tuple step(Funnel.Kind kind, long came, long touched, long lost) {
        return org.assertj.core.groups.Tuple.tuple(kind, came, touched, lost);
    }

    private Walked walked(TestPilot pilot, SnapshotFixture fixture) {
        return Objects.requireNonNull(measured(pilot, fixture).walked());
    }

    private Evidence measured(TestPilot pilot, SnapshotFixture fixture) {
        return Measurement.measure(pilot.build(), fixture.snapshot(), fixture.workspace(), (step, done, total) -> {});
    }
}
