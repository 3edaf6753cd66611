package dev.dayone.readiness.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.flow.Walked;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class FindingsTest {
    private static final TableRef TICKETS = Cases.TICKETS;

    @Test
    void theSameFindingHasTheSameIdInEveryRun() {
        Finding first = finding(broken(), "keys-do-not-join");
        Cases more = broken();
        more.owner = null;

        assertThat(finding(more, "keys-do-not-join").id()).isEqualTo(first.id()).hasSize(10);
        assertThat(Findings.of(more.build())).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void saysWhichShareOfTheFlowItTouchesAndRanksByIt() {
        Cases cases = broken();
        cases.walked = walked();

        List<Finding> findings = Findings.of(cases.build());

        Finding link = finding(cases, "keys-do-not-join");
        assertThat(link.flow().counted()).isTrue();
        assertThat(link.flow().share()).isCloseTo(0.3, within(1e-9));
        Finding need = finding(cases, "needed-column-empty");
        assertThat(need.flow().share()).isCloseTo(0.1, within(1e-9));
        assertThat(findings).extracting(Finding::kind).containsSubsequence("keys-do-not-join", "needed-column-empty");
        assertThat(findings)
                .filteredOn(one -> one.severity() == Severity.MINOR)
                .allSatisfy(minor -> assertThat(findings.indexOf(minor)).isGreaterThan(findings.indexOf(need)));
    }

    @Test
    void theOwnerOfTheProcessIsNamed() {
        assertThat(finding(broken(), "keys-do-not-join").decides())
                .isEqualTo("Head of Support, the owner of the process");
        Cases nobody = broken();
        nobody.owner = null;
        assertThat(finding(nobody, "keys-do-not-join").decides()).isEqualTo("the owner of the process");
    }

    @Test
    void changesSayWhatTheirFindingSays() {
        Cases cases = broken();
        cases.walked = walked();

        Funnel funnel = Objects.requireNonNull(Judgement.judge(cases.build()).funnel());

        assertThat(funnel.changes()).hasSize(2);
        assertThat(funnel.changes().get(0).finding())
                .isEqualTo(finding(cases, "keys-do-not-join").id());
        assertThat(funnel.changes().get(0).title())
                .isEqualTo(
                        "30% of records get lost between helpdesk.tickets.email and crm.contacts.email: key not found.");
        assertThat(funnel.changes()).extracting(Funnel.Change::handled).containsExactly(900L, 1000L);
    }

    @Test
    void reportsOfBeforeAreStillRead() throws IOException {
        ObjectNode old = (ObjectNode) Json.MAPPER.readTree(Json.write(Judgement.judge(broken().build())));
        old.remove("funnel");
        old.get("findings").forEach(finding -> ((ObjectNode) finding)
                .remove(List.of("id", "flow", "evidence", "cause", "meanwhile", "decides")));

        RunReport read = Json.MAPPER.treeToValue(old, RunReport.class);

        assertThat(read.funnel()).isNull();
        assertThat(read.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.id()).isEmpty();
            assertThat(finding.evidence()).isEmpty();
            assertThat(finding.meanwhile()).isEmpty();
        });
    }

    private static Cases broken() {
        Cases cases = new Cases();
        cases.links = List.of(Cases.link(CheckVerdict.FAIL, 700));
        cases.columns = List.of(Cases.text("subject", Cases.profile(1000, 100, 0)));
        return cases;
    }

    private static Walked walked() {
        Interval some = new Interval(0.1, 0.2);
        Funnel.Step need = new Funnel.Step(
                Funnel.Kind.NEED,
                TICKETS,
                "helpdesk.tickets.subject",
                null,
                null,
                1000,
                100,
                100,
                900,
                some,
                List.of(new Funnel.Loss("empty", 100)));
        Funnel.Step link = new Funnel.Step(
                Funnel.Kind.LINK,
                Cases.CONTACTS,
                "helpdesk.tickets.email",
                Cases.LINK,
                null,
                1000,
                300,
                300,
                600,
                some,
                List.of(new Funnel.Loss("key not found", 300)));
        Funnel funnel =
                new Funnel(TICKETS, 1000, 600, some, false, Map.of(TICKETS, 1000L), List.of(need, link), List.of());
        return new Walked(funnel, List.of(new Walked.Gain(1, 900), new Walked.Gain(0, 1000)));
    }

    private static Finding finding(Cases cases, String kind) {
        return Findings.of(cases.build()).stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
