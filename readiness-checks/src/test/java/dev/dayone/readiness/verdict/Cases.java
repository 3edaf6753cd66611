package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.SourceManifest;
import dev.dayone.pilot.snapshot.TableInfo;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.flow.Walked;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case in which everything is as it should be, with one part at a time replaced. */
final class Cases {
    static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    static final TableRef TICKETS = new TableRef("helpdesk", "tickets");
    static final TableRef CONTACTS = new TableRef("crm", "contacts");
    static final Link LINK =
            new Link(ColumnRef.parse("helpdesk.tickets.email"), ColumnRef.parse("crm.contacts.email"), 0.95, true);

    @Nullable
    Owner owner =
            new Owner("Head of Support", "business", "lead@example.com", new Owner.OnCall("Support desk", "+49 30 0"));

    @Nullable
    Budget budget =
            new Budget("EUR", new BigDecimal(400), List.of(new Budget.Line("hosting", null, null, new BigDecimal(60))));

    List<ColumnReport> columns = List.of(
            text("subject", profile(1000, 2, 0)),
            column(
                    "created_at",
                    ColumnType.TIMESTAMP,
                    Visibility.SHOWN,
                    times("2024-03-01 08:00:00", "2026-02-28 23:59:00")));

    List<CheckResult> checks = List.of(check(CheckVerdict.PASS, Severity.BLOCKER));
    List<LinkResult> links = List.of(link(CheckVerdict.PASS, 990));
    List<MetricResult> metrics = List.of(metric("a", 20.0), metric("b", 30.0), metric("c", 40.0));
    Map<TableRef, List<String>> needs = Map.of(TICKETS, List.of("subject"));

    @Nullable
    Walked walked;

    @Nullable
    Boolean canWrite = false;

    boolean readsOnly = false;

    boolean accepted;
    List<String> remedies = List.of();
    Probe.@Nullable WriteAttempt attempt = new Probe.WriteAttempt("UPDATE tickets …", true, "read-only transaction");
    long sampledRows = 1000;
    boolean whole = true;
    SampleMethod method = SampleMethod.RANDOM;

    @Nullable
    Duration freshness;

    @Nullable
    Instant lastChange;

    String helpdeskConnector = "mariadb";
    String crmConnector = "mariadb";
    List<ColumnInfo> declared = List.of();

    Case build() {
        Map<String, Source> sources =
                Map.of("helpdesk", source("helpdesk", helpdeskConnector), "crm", source("crm", crmConnector));
        Pilot pilot = new Pilot(
                "triage",
                "",
                owner,
                budget,
                sources,
                new Flow(TICKETS, List.of(LINK), freshness),
                needs,
                Map.of(),
                metrics.stream().map(MetricResult::metric).toList(),
                EnumSet.allOf(GateName.class),
                null,
                Duration.ofDays(7));
        Probe probe = new Probe(
                "MariaDB",
                "11.4",
                "UTC",
                "reader",
                canWrite,
                Boolean.TRUE.equals(canWrite) ? List.of("INSERT on tickets") : List.of(),
                remedies,
                "Session set read-only.",
                attempt,
                readsOnly,
                "TLSv1.3",
                2);
        Manifest manifest = new Manifest(
                1,
                "s1",
                "triage",
                "f",
                "0",
                "k",
                NOW,
                NOW,
                Map.of("helpdesk", new SourceManifest("mariadb", probe, Receipt.NOTHING, read())));
        TableReport table = new TableReport(
                whole ? sampledRows : 20 * sampledRows,
                sampledRows,
                whole,
                whole ? SampleMethod.ALL : method,
                null,
                List.of("id"),
                List.of(),
                null,
                columns);
        return new Case(
                pilot,
                manifest,
                new Evidence(Map.of(TICKETS, table), checks, links, metrics, walked, List.of(), List.of()),
                new RunInfo("r1", "s1", NOW, NOW, NOW, "0"));
    }

    private Map<String, TableManifest> read() {
        return lastChange == null && declared.isEmpty()
                ? Map.of()
                : Map.of(
                        "tickets",
                        new TableManifest(
                                new TableInfo(
                                        "tickets",
                                        "table",
                                        declared,
                                        List.of("id"),
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        lastChange),
                                Sample.DEFAULT,
                                method,
                                null,
                                sampledRows,
                                whole,
                                "t0",
                                List.of(),
                                List.of(),
                                NOW,
                                NOW));
    }

    private Source source(String name, String connector) {
        return new Source(name, connector, new Parameters(Map.of()), Limits.DEFAULT, Map.of(), accepted);
    }

    /** A time column of 1,000 rows. */
    static ColumnProfile detailed(String max, TimeDetail times) {
        return new ColumnProfile(
                1000,
                0,
                0,
                900,
                true,
                "2024-03-01 08:00:00",
                max,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new ColumnDetail(new ColumnDetail.Accuracy(0, 0, 0, 0), null, null, times));
    }

    /** A time column of 400 rows in each of some months, behind one that is not full. */
    static ColumnProfile months(String... months) {
        List<ValueCount> counts = new ArrayList<>(List.of(new ValueCount("2025-11", 7)));
        for (String month : months) {
            counts.add(new ValueCount(month, 400));
        }
        TimeDetail times = new TimeDetail(90, counts, List.of(), List.of(), 0, List.of(), List.of(), 0);
        return new ColumnProfile(
                1207,
                0,
                0,
                1207,
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                new ColumnDetail(new ColumnDetail.Accuracy(0, 0, 0, 0), null, null, times));
    }

    static CheckResult check(CheckVerdict verdict, Severity severity) {
        return new CheckResult(
                TICKETS,
                "expect_column_values_to_not_be_null",
                Map.of("column", "subject"),
                severity,
                verdict,
                null,
                1000,
                0,
                verdict == CheckVerdict.FAIL ? 120L : 0L,
                null,
                verdict == CheckVerdict.UNDETERMINED ? 5000L : null,
                false,
                RowsMeant.EVERY_ROW,
                List.of(),
                List.of(),
                verdict == CheckVerdict.NO_ANSWER ? "there is no column 'subjekt'." : null,
                Map.of());
    }

    static LinkResult link(CheckVerdict verdict, long matched) {
        return new LinkResult(
                LINK,
                verdict,
                1000,
                0,
                matched,
                matched / 1000.0,
                null,
                1000 - matched,
                List.of(),
                List.of(new LinkResult.Cleaner("trim and lower case", matched + 50)),
                0,
                0L,
                true,
                false,
                null,
                RowsMeant.EVERY_ROW,
                null,
                verdict == CheckVerdict.NO_ANSWER ? "there is no table." : null);
    }

    static MetricResult metric(String name, @Nullable Double baseline) {
        Metric.Target target = new Metric.Target(10.0, null);
        return new MetricResult(
                new Metric(name, "minutes", "SELECT 1", target),
                baseline,
                baseline == null ? null : target.isMetBy(baseline),
                List.of(),
                false,
                baseline == null ? "no rows." : null);
    }

    static ColumnReport text(String name, ColumnProfile profile) {
        return column(name, ColumnType.STRING, Visibility.SHOWN, profile);
    }

    static ColumnReport column(String name, ColumnType type, Visibility visibility, ColumnProfile profile) {
        return new ColumnReport(name, type.toString(), type, visibility, "", profile);
    }

    static ColumnProfile profile(long rows, long nulls, long blanks) {
        return inferred(rows, nulls, blanks, "text", 1.0);
    }

    static ColumnProfile inferred(long rows, long nulls, long blanks, String type, double share) {
        return new ColumnProfile(
                rows, nulls, blanks, 5, true, "a", "z", null, null, null, null, null, null, null, type, share,
                List.of(), List.of(), List.of());
    }

    static ColumnProfile times(String min, String max, ValueCount... top) {
        return new ColumnProfile(
                1000,
                0,
                0,
                900,
                true,
                min,
                max,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(top),
                List.of(),
                List.of());
    }
}
