package dev.dayone.readiness.verdict;

import static dev.dayone.readiness.verdict.Cases.check;
import static dev.dayone.readiness.verdict.Cases.link;
import static dev.dayone.readiness.verdict.Cases.metric;
import static dev.dayone.readiness.verdict.Cases.profile;
import static dev.dayone.readiness.verdict.Cases.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Probe;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private final Cases cases = new Cases();

    @Test
    void soundEvidenceIsReadyWithoutAFinding() {
        RunReport report = Judgement.judge(cases.build());
        assertThat(report.findings()).isEmpty();
        assertThat(report.gates()).extracting(Gate::verdict).containsOnly(GateVerdict.READY);
        assertThat(report.gates()).extracting(Gate::name).containsExactly(GateName.values());
        assertThat(report.verdict()).isEqualTo(GateVerdict.READY);
        assertThat(report.headline()).isEqualTo("All 6 gates are open: the evidence supports a pilot on this data.");
    }

    @Test
    void aFailedBlockerClosesTheDataGate() {
        cases.checks = List.of(check(CheckVerdict.FAIL, Severity.BLOCKER));
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "helpdesk.tickets.subject: values to not be null fails in 120 of 1,000 rows.");
        assertFinding("check-failed", Severity.BLOCKER, "helpdesk.tickets.subject");
    }

    @Test
    void aFailedMajorCheckIsAFindingOnly() {
        cases.checks = List.of(check(CheckVerdict.PASS, Severity.BLOCKER), check(CheckVerdict.FAIL, Severity.MAJOR));
        assertThat(Judgement.judge(cases.build()).verdict()).isEqualTo(GateVerdict.READY);
        assertFinding("check-failed", Severity.MAJOR, "helpdesk.tickets.subject");
    }

    @Test
    void anUndecidedBlockerIsNotEnoughEvidence() {
        cases.checks = List.of(check(CheckVerdict.UNDETERMINED, Severity.BLOCKER));
        assertGate(
                GateName.DATA,
                GateVerdict.UNDETERMINED,
                "helpdesk.tickets.subject: values to not be null is not decided by 1,000 rows; about 5,000 rows would decide.");
        assertThat(Judgement.judge(cases.build()).headline()).startsWith("Not enough evidence: 1 of 6 gates (data) is");
    }

    @Test
    void aBlockerWithoutAnswerIsNeitherReadyNorNot() {
        cases.checks = List.of(check(CheckVerdict.NO_ANSWER, Severity.BLOCKER));
        assertThat(Judgement.judge(cases.build()).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
    }

    @Test
    void whatClosesOutweighsWhatIsOpen() {
        cases.checks =
                List.of(check(CheckVerdict.UNDETERMINED, Severity.BLOCKER), check(CheckVerdict.FAIL, Severity.BLOCKER));
        Gate gate = gate(GateName.DATA);
        assertThat(gate.verdict()).isEqualTo(GateVerdict.NOT_READY);
        assertThat(gate.reason()).endsWith("(and 1 more).");
        assertThat(gate.evidence()).hasSize(2);
    }

    @Test
    void aNeededColumnThatIsMissingClosesTheDataGate() {
        cases.needs = Map.of(Cases.TICKETS, List.of("subjekt"));
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "helpdesk.tickets.subjekt is needed and not there, did you mean 'subject'.");
        assertFinding("needed-column-missing", Severity.BLOCKER, "helpdesk.tickets.subjekt");
    }

    @Test
    void aNeededColumnIsJudgedByHowFullItIs() {
        cases.columns = List.of(text("subject", profile(1000, 30, 10)), cases.columns.get(1));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        assertFinding("needed-column-empty", Severity.MAJOR, "helpdesk.tickets.subject");

        cases.columns = List.of(text("subject", profile(1000, 500, 10)), cases.columns.get(1));
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "helpdesk.tickets.subject is needed and filled in 49% of rows only.");
    }

    @Test
    void aPilotThatNeedsNothingIsNotJudgedReady() {
        cases.needs = Map.of();
        cases.checks = List.of();
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
    }

    @Test
    void aLinkThatDoesNotJoinClosesTheLinksGate() {
        cases.links = List.of(link(CheckVerdict.FAIL, 700));
        assertGate(
                GateName.LINKS,
                GateVerdict.NOT_READY,
                "helpdesk.tickets.email -> crm.contacts.email: 70% of keys found (95% asked, each once).");
        assertThat(finding("keys-do-not-join").remedy())
                .startsWith("After 'trim and lower case' on both sides 50 more rows would join;");
    }

    @Test
    void twoSystemsWithoutALinkAreUndetermined() {
        cases.links = List.of();
        assertThat(gate(GateName.LINKS).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
    }

    @Test
    void asksForExactlyThreeMetricsWithBaselineAndTarget() {
        cases.metrics = List.of(metric("a", 20.0), metric("b", 20.0));
        assertGate(GateName.METRICS, GateVerdict.NOT_READY, "the pilot has 2 metrics, expected exactly 3.");
        cases.metrics = List.of(metric("a", 20.0), metric("b", 20.0), metric("c", null));
        assertGate(GateName.METRICS, GateVerdict.UNDETERMINED, "'c' could not be measured: no rows.");
        cases.metrics = List.of(metric("a", 20.0), metric("b", 20.0), metric("c", 5.0));
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.READY);
        assertFinding("target-already-met", Severity.MAJOR, "pilot.metrics.c");
    }

    @Test
    void asksForAnOwnerFromTheBusiness() {
        cases.owner = null;
        assertGate(GateName.OWNER, GateVerdict.NOT_READY, "nobody owns the process.");
        cases.owner = new Owner("Ops", "technical", "ops@example.com");
        assertGate(
                GateName.OWNER,
                GateVerdict.NOT_READY,
                "Ops is from the technical side, expected an owner from the business.");
    }

    @Test
    void saysWhoIsToBeCalledAndWhatIsNoLiveSystem() {
        assertThat(kinds()).doesNotContain("nobody-on-call", "built-on-exports");
        cases.owner = new Owner("Head of Support", "business", "lead@example.com");
        cases.crmConnector = "csv";
        assertFinding("nobody-on-call", Severity.MINOR, "pilot.owner.onCall");
        assertFinding("built-on-exports", Severity.BLOCKER, "crm");
    }

    @Test
    void holdsABudgetAgainstTheVolumeOfTheData() {
        cases.columns = List.of(Cases.column(
                "created_at", ColumnType.TIMESTAMP, Visibility.SHOWN, Cases.months("2025-12", "2026-01", "2026-02")));
        cases.budget = new Budget(
                "EUR",
                new BigDecimal(13),
                List.of(new Budget.Line(
                        "calls",
                        new BigDecimal("0.01"),
                        new BigDecimal(5000),
                        null,
                        ColumnRef.parse("helpdesk.tickets.created_at"),
                        new BigDecimal(3))),
                new BigDecimal("0.05"));
        assertThat(gate(GateName.BUDGET).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(gate(GateName.BUDGET).reason()).isEqualTo("12 EUR a month planned, within the limit of 13 EUR.");
        assertThat(finding("volume-not-as-planned").title())
                .isEqualTo("'calls' is planned with 5,000 units a month; helpdesk.tickets.created_at shows 1,200.");
        assertThat(finding("budget-passes-limit").title())
                .isEqualTo("From 2026-05 on, a month costs more than the limit of 13 EUR.");

        cases.columns = List.of();
        assertThat(gate(GateName.BUDGET).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
        assertThat(gate(GateName.BUDGET).reason())
                .isEqualTo("'calls' could not be measured: 'helpdesk.tickets' has no column 'created_at'.");
    }

    @Test
    void asksForABudgetWithinItsLimit() {
        cases.budget = null;
        assertThat(gate(GateName.BUDGET).verdict()).isEqualTo(GateVerdict.NOT_READY);
        cases.budget = new Budget(
                "EUR",
                new BigDecimal(100),
                List.of(new Budget.Line("calls", new BigDecimal("0.004"), new BigDecimal(30000), null)));
        assertGate(GateName.BUDGET, GateVerdict.NOT_READY, "120 EUR a month planned, over the limit of 100 EUR.");
    }

    @Test
    void anAccountThatCanWriteClosesTheSafetyGateUnlessAccepted() {
        cases.canWrite = true;
        assertGate(
                GateName.SAFETY,
                GateVerdict.NOT_READY,
                "source 'helpdesk': account 'reader' can write (INSERT on tickets). Give dayone an account that can"
                        + " only SELECT.");
        assertFinding("account-can-write", Severity.BLOCKER, "helpdesk");
        cases.remedies = List.of("REVOKE a;", "REVOKE b;", "REVOKE c;", "REVOKE d;");
        assertGate(
                GateName.SAFETY,
                GateVerdict.NOT_READY,
                "source 'helpdesk': account 'reader' can write (INSERT on tickets). What takes that away: REVOKE a;"
                        + " REVOKE b; REVOKE c and 1 more in report.json.");
        cases.accepted = true;
        assertThat(gate(GateName.SAFETY).verdict()).isEqualTo(GateVerdict.READY);
        assertFinding("account-can-write", Severity.MAJOR, "helpdesk");
        cases.canWrite = null;
        assertGate(
                GateName.SAFETY,
                GateVerdict.UNDETERMINED,
                "source 'helpdesk': what account 'reader' may do could not be told. A write that was tried was refused:"
                        + " read-only transaction.");
        assertFinding("rights-unknown", Severity.MAJOR, "helpdesk");
    }

    @Test
    void aWriteThatWentThroughClosesTheSafetyGateThoughThePilotAcceptsTheAccount() {
        cases.attempt = new Probe.WriteAttempt("UPDATE tickets SET id = id WHERE 1 = 0", false, "0 rows");
        cases.canWrite = true;
        cases.accepted = true;
        assertGate(
                GateName.SAFETY,
                GateVerdict.NOT_READY,
                "source 'helpdesk': the session was not read-only: the server carried out a write that was tried (and"
                        + " rolled back): UPDATE tickets SET id = id WHERE 1 = 0.");
        assertFinding("session-not-read-only", Severity.BLOCKER, "helpdesk");
    }

    @Test
    void theSafetyGatesProofSaysWhatWasTriedAndWhereNothingCouldBe() {
        assertThat(gate(GateName.SAFETY).evidence())
                .containsExactly(
                        "source 'helpdesk': account 'reader' can only read. Session set read-only. A write that"
                                + " was tried was refused: read-only transaction.");
        cases.attempt = null;
        assertThat(gate(GateName.SAFETY).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(gate(GateName.SAFETY).evidence().get(0)).endsWith("No write could be tried.");
    }

    @Test
    void sourceThatNoWriteCanBeSentToDoesNotHoldTheGateOpenForRightsThatItDoesNotTell() {
        cases.canWrite = null;
        cases.attempt = null;
        cases.readsOnly = true;
        assertThat(gate(GateName.SAFETY).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(gate(GateName.SAFETY).evidence())
                .containsExactly("source 'helpdesk': what account 'reader' may do is not told; no write can be sent:"
                        + " Session set read-only.");
        assertFinding("rights-unknown", Severity.MINOR, "helpdesk");
        cases.canWrite = true;
        assertThat(gate(GateName.SAFETY).verdict()).isEqualTo(GateVerdict.NOT_READY);
    }

    @Test
    void theDataGateSaysWhatItAskedByItself() {
        assertThat(gate(GateName.DATA).evidence())
                .containsExactly(
                        "Every source that the pilot is built on is a live system.",
                        "1 source attached read-only.",
                        "helpdesk.tickets is fresh: its newest row or change is of 2026-02-28.",
                        "1,000 rows of helpdesk.tickets were read: every one.");
    }

    @Test
    void filesThatTheFlowGoesThroughCloseTheDataGate() {
        cases.crmConnector = "csv";
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "'crm' is files (csv), not a live system: nobody knows when they were written.");
        cases.crmConnector = "mariadb";
        cases.helpdeskConnector = "parquet";
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(8));
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "'helpdesk' is files (parquet), not a live system: last written on 2026-02-21.");
    }

    @Test
    void filesThatAreWrittenAnewAreLessThanASystemAndCloseNothing() {
        cases.helpdeskConnector = "parquet";
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(1));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        assertFinding("built-on-exports", Severity.MAJOR, "helpdesk");
    }

    @Test
    void anAccountThatCanWriteClosesTheDataGateToo() {
        cases.canWrite = true;
        assertGate(GateName.DATA, GateVerdict.NOT_READY, "'helpdesk' is not attached read-only.");
        cases.accepted = true;
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        cases.canWrite = null;
        assertGate(
                GateName.DATA, GateVerdict.UNDETERMINED, "whether 'helpdesk' is attached read-only could not be told.");
    }

    @Test
    void aDrivingTableWithoutNewRowsClosesTheDataGate() {
        cases.columns = createdUntil("2026-02-21 23:00:00");
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "helpdesk.tickets has nothing newer than 2026-02-21, 8 days old; 7 days at most asked.");
        assertFinding("flow-not-fresh", Severity.BLOCKER, "helpdesk.tickets");
        cases.freshness = Duration.ofDays(8);
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(kinds()).doesNotContain("flow-not-fresh");
        cases.freshness = null;
        cases.columns = createdUntil("2026-02-22 00:00:00");
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
    }

    @Test
    void aSampleWithoutNewRowsMayHaveMissedThemButNotOneOfTheLatest() {
        cases.columns = createdUntil("2026-02-01 00:00:00");
        cases.whole = false;
        assertGate(
                GateName.DATA,
                GateVerdict.UNDETERMINED,
                "the rows read of helpdesk.tickets are no newer than 2026-02-01, 28 days old; a sample may have missed"
                        + " newer ones (7 days at most asked).");
        assertFinding("flow-not-fresh", Severity.MAJOR, "helpdesk.tickets");
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(1));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(28));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.NOT_READY);
        cases.lastChange = null;
        cases.method = SampleMethod.LATEST;
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.NOT_READY);
    }

    @Test
    void aFewDatesOfTheFutureDoNotHideTheNewestDayButPlansDo() {
        cases.columns = createdByDay("9999-12-31 00:00:00", 3);
        assertGate(
                GateName.DATA,
                GateVerdict.NOT_READY,
                "helpdesk.tickets has nothing newer than 2026-02-10, 19 days old; 7 days at most asked.");
        cases.columns = createdByDay("2026-06-30 00:00:00", 300);
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
    }

    @Test
    void howFreshATableWithoutTimesIsNobodyKnows() {
        cases.columns = List.of(text("subject", profile(1000, 2, 0)));
        assertGate(
                GateName.DATA,
                GateVerdict.UNDETERMINED,
                "helpdesk.tickets has no time column that is shown, so nobody can tell how fresh it is.");
        // A column of plans, all beyond today, tells nothing either.
        cases.columns = createdUntil("2026-12-31 00:00:00");
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(1));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        cases.lastChange = Cases.NOW.minus(Duration.ofDays(20));
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.NOT_READY);
    }

    @Test
    void asksForEnoughRowsOfATableReadInPart() {
        cases.sampledRows = 384;
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        cases.whole = false;
        assertGate(
                GateName.DATA,
                GateVerdict.UNDETERMINED,
                "384 rows of helpdesk.tickets were read; it takes 385 to tell a share within five points.");
        assertFinding("sample-too-small", Severity.MAJOR, "helpdesk.tickets");
        cases.sampledRows = 385;
        assertThat(gate(GateName.DATA).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(kinds()).doesNotContain("sample-too-small");
    }

    @Test
    void aMetricOfTooFewRecordsIsNotWorthAPilot() {
        cases.columns = List.of(
                text("subject", profile(1000, 2, 0)),
                Cases.column(
                        "created_at",
                        ColumnType.TIMESTAMP,
                        Visibility.SHOWN,
                        Cases.months("2025-12", "2026-01", "2026-02")));
        cases.metrics = List.of(metric("a", 20.0), metric("b", 30.0), worth("c", 400));
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(kinds()).doesNotContain("volume-not-worth-it");

        cases.metrics = List.of(metric("a", 20.0), metric("b", 30.0), worth("c", 500));
        assertGate(
                GateName.METRICS,
                GateVerdict.NOT_READY,
                "'c' is of 400 records a month (helpdesk.tickets.created_at) only, fewer than the 500 that make it worth a"
                        + " pilot.");
        assertFinding("volume-not-worth-it", Severity.BLOCKER, "pilot.metrics.c");
        assertThat(kinds()).doesNotContain("metrics-not-ready");

        // A twentieth of the rows: 8,000 a month, more or less.
        cases.sampledRows = 2_000;
        cases.whole = false;
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.READY);
        cases.metrics = List.of(metric("a", 20.0), metric("b", 30.0), worth("c", 8_100));
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.UNDETERMINED);
        assertThat(gate(GateName.METRICS).reason()).startsWith("'c' is of about 8,000 records a month");
        assertFinding("volume-not-worth-it", Severity.MAJOR, "pilot.metrics.c");

        cases.method = SampleMethod.LATEST;
        assertThat(gate(GateName.METRICS).reason()).contains("could not be counted: 'helpdesk.tickets' was not read");
    }

    @Test
    void aBaselineOfASampleWithoutAnIntervalIsNotEnoughEvidence() {
        MetricResult total = sampled("c", 20.0, null, null, "it is a total, which grows with the rows read");
        cases.metrics = List.of(metric("a", 20.0), metric("b", 30.0), total);
        assertGate(
                GateName.METRICS,
                GateVerdict.UNDETERMINED,
                "'c' was measured on a sample, without an interval: it is a total, which grows with the rows read.");
        cases.metrics =
                List.of(metric("a", 20.0), metric("b", 30.0), sampled("c", 20.0, false, new Interval(18, 22), null));
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anIntervalAroundTheTargetDoesNotSayWhetherItIsMet() {
        cases.metrics =
                List.of(metric("a", 20.0), metric("b", 30.0), sampled("c", 9.0, null, new Interval(8, 11), null));
        assertThat(gate(GateName.METRICS).verdict()).isEqualTo(GateVerdict.READY);
        assertThat(kinds()).containsExactly("target-undecided");
        assertThat(finding("target-undecided").title())
                .isEqualTo("'c' is at 9 (8 – 11 by the rows read), target at most 10.");
    }

    private static MetricResult sampled(
            String name, double baseline, @Nullable Boolean met, @Nullable Interval interval, @Nullable String unsure) {
        return new MetricResult(
                metric(name, baseline).metric(), baseline, met, List.of(), true, null, interval, unsure, null);
    }

    private static MetricResult worth(String name, double atLeast) {
        MetricResult plain = metric(name, 20.0);
        Metric asked = new Metric(
                name,
                "minutes",
                "SELECT 1",
                plain.metric().target(),
                new Metric.Worth(ColumnRef.parse("helpdesk.tickets.created_at"), atLeast));
        return new MetricResult(asked, plain.baseline(), plain.targetMet(), List.of(), false, null);
    }

    /** Of 1,000 rows so many of days to come, the others until 10 February. */
    private static List<ColumnReport> createdByDay(String max, long future) {
        TimeDetail times = new TimeDetail(
                2,
                List.of(
                        new ValueCount("2026-02-09", 500),
                        new ValueCount("2026-02-10", 500 - future),
                        new ValueCount(max.substring(0, 10), future)),
                List.of(),
                List.of(),
                future,
                List.of(),
                List.of(),
                0);
        ColumnProfile profile = Cases.detailed(max, times);
        return List.of(
                text("subject", profile(1000, 2, 0)),
                Cases.column("created_at", ColumnType.TIMESTAMP, Visibility.SHOWN, profile));
    }

    private static List<ColumnReport> createdUntil(String newest) {
        return List.of(
                text("subject", profile(1000, 2, 0)),
                Cases.column(
                        "created_at",
                        ColumnType.TIMESTAMP,
                        Visibility.SHOWN,
                        Cases.times("2024-03-01 08:00:00", newest)));
    }

    @Test
    void findsNumbersKeptAsTextButNotIdentifiers() {
        cases.columns = List.of(
                text("subject", profile(1000, 0, 0)),
                text("amount", Cases.inferred(1000, 0, 0, "decimal", 0.97)),
                text("zip", Cases.inferred(1000, 0, 0, "integer", 1)),
                Cases.column(
                        "phone", ColumnType.STRING, Visibility.PERSONAL, Cases.inferred(1000, 0, 0, "integer", 1)));
        assertThat(Judgement.judge(cases.build()).findings())
                .filteredOn(finding -> finding.kind().equals("typed-values-as-text"))
                .extracting(Finding::place, Finding::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "helpdesk.tickets.amount", "Text that holds decimal values, 30 of them not."));
    }

    @Test
    void findsEmptyColumnsDefaultDatesStaleAndEmptyTables() {
        cases.columns = List.of(
                text("subject", profile(1000, 0, 0)),
                text("fax", profile(1000, 900, 100)),
                Cases.column(
                        "created_at",
                        ColumnType.TIMESTAMP,
                        Visibility.SHOWN,
                        Cases.times(
                                "1970-01-01 00:00:00",
                                "2025-12-01 10:00:00",
                                new ValueCount("1970-01-01 00:00:00", 40))));
        assertFinding("empty-columns", Severity.MINOR, "helpdesk.tickets.fax");
        assertThat(finding("default-dates").count()).isEqualTo(40);
        // The flow's own table weighs more than a table of which nothing new has come.
        assertThat(kinds()).contains("flow-not-fresh").doesNotContain("stale-table");
        cases.freshness = Duration.ofDays(90);
        assertThat(finding("stale-table").title())
                .isEqualTo("Nothing newer than 89 days in any date of the sampled rows.");

        cases.sampledRows = 0;
        assertFinding("empty-table", Severity.MAJOR, "helpdesk.tickets");
    }

    @Test
    void ranksBySeverityThenByShare() {
        cases.checks = List.of(check(CheckVerdict.FAIL, Severity.MAJOR));
        cases.links = List.of(link(CheckVerdict.FAIL, 700));
        cases.owner = null;
        assertThat(Judgement.judge(cases.build()).findings())
                .extracting(Finding::kind)
                .containsExactly("owner-not-ready", "keys-do-not-join", "check-failed");
    }

    @Test
    void theReportReadsBackFromItsJson() throws IOException {
        cases.checks = List.of(check(CheckVerdict.FAIL, Severity.BLOCKER));
        RunReport report = Judgement.judge(cases.build());
        assertThat(Json.MAPPER.readValue(Json.write(report), RunReport.class)).isEqualTo(report);
    }

    private Gate gate(GateName name) {
        return Judgement.judge(cases.build()).gates().stream()
                .filter(gate -> gate.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private void assertGate(GateName name, GateVerdict verdict, String reason) {
        assertThat(gate(name).reason()).isEqualTo(reason);
        assertThat(gate(name).verdict()).isEqualTo(verdict);
        assertThat(Judgement.judge(cases.build()).verdict()).isEqualTo(verdict);
    }

    private Finding finding(String kind) {
        return Judgement.judge(cases.build()).findings().stream()
                .filter(finding -> finding.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds() {
        return Judgement.judge(cases.build()).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    private void assertFinding(String kind, Severity severity, String place) {
        assertThat(finding(kind).severity()).isEqualTo(severity);
        assertThat(finding(kind).place()).isEqualTo(place);
    }
}
