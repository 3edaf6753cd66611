package dev.dayone.readiness.history;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.PilotInfo;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes run reports of a table of tickets. */
final class Reports {
    static final Instant FIRST = Instant.parse("2026-01-01T03:00:00Z");

    private final String pilot;
    private final int day;
    private long rows = 1000;
    private long nulls = 20;
    private double mean = 50;
    private CheckVerdict verdict = CheckVerdict.PASS;
    private double baseline = 12;
    private final Map<String, String> columns = new LinkedHashMap<>(Map.of("wait", "integer"));
    private List<String> findings = List.of();

    private Reports(String pilot, int day) {
        this.pilot = pilot;
        this.day = day;
    }

    static Reports on(String pilot, int day) {
        return new Reports(pilot, day);
    }

    Reports rows(long held, long missing) {
        this.rows = held;
        this.nulls = missing;
        return this;
    }

    Reports mean(double told) {
        this.mean = told;
        return this;
    }

    Reports verdict(CheckVerdict told) {
        this.verdict = told;
        return this;
    }

    Reports baseline(double told) {
        this.baseline = told;
        return this;
    }

    Reports column(String name, String type) {
        columns.put(name, type);
        return this;
    }

    Reports findings(String... ids) {
        this.findings = List.copyOf(Arrays.asList(ids));
        return this;
    }

    static String id(int day) {
        return "run-" + day;
    }

    static Instant day(int number) {
        return FIRST.plusSeconds(86_400L * number);
    }

    RunReport done() {
        Instant time = day(day);
        List<ColumnReport> profiles = new ArrayList<>();
        columns.forEach((name, type) -> profiles.add(new ColumnReport(
                name,
                type,
                ColumnType.BIGINT,
                name.equals("secret") ? Visibility.PERSONAL : Visibility.SHOWN,
                "",
                profile())));
        TableRef table = TableRef.parse("desk.tickets");
        GateVerdict answer = verdict == CheckVerdict.PASS ? GateVerdict.READY : GateVerdict.NOT_READY;
        return new RunReport(
                RunReport.FORMAT,
                new RunInfo(id(day), "snapshot-" + day, time, time.plusSeconds(60), time, "test"),
                new PilotInfo(pilot, "", null, null, null, List.of()),
                answer,
                "As said.",
                List.of(new Gate(GateName.DATA, answer, "As said.", List.of())),
                Map.of(),
                Map.of(
                        table,
                        new TableReport(
                                rows, rows, true, SampleMethod.ALL, null, List.of("id"), List.of(), null, profiles)),
                List.of(check(table)),
                List.of(),
                List.of(new MetricResult(
                        new Metric("first reply", "minutes", "SELECT 1", null),
                        baseline,
                        null,
                        List.of(),
                        false,
                        null)),
                findings.stream().map(Reports::finding).toList(),
                null);
    }

    private ColumnProfile profile() {
        return new ColumnProfile(
                rows, nulls, 0, 100, true, "1", "99", mean, 20.0, 1.0, null, 0L, 0L, null, null, null, List.of(),
                List.of(), List.of());
    }

    private CheckResult check(TableRef table) {
        return new CheckResult(
                table,
                "expect_column_values_to_not_be_null",
                Map.of("column", "wait"),
                Severity.MAJOR,
                verdict,
                null,
                rows,
                0,
                nulls,
                null,
                null,
                false,
                RowsMeant.EVERY_ROW,
                List.of(),
                List.of(),
                null,
                Map.of());
    }

    private static Finding finding(String id) {
        return new Finding(
                id,
                "missing-values",
                Severity.MAJOR,
                "desk.tickets.wait",
                "Finding " + id,
                10L,
                100L,
                null,
                null,
                List.of(),
                "",
                "",
                "",
                "",
                "");
    }
}
