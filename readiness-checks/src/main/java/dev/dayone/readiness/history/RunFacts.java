package dev.dayone.readiness.history;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.history.PastRun.Answer;
import dev.dayone.readiness.history.PastRun.Found;
import dev.dayone.readiness.history.PastRun.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes from a run report what is worth remembering. */
final class RunFacts {
    private RunFacts() {}

    static PastRun of(RunReport report) {
        Map<String, String> gates = new LinkedHashMap<>();
        for (Gate gate : report.gates()) {
            gates.put(gate.name().label(), gate.verdict().name());
        }
        return new PastRun(
                head(report),
                gates,
                report.tables().entrySet().stream()
                        .map(table -> table(table.getKey(), table.getValue()))
                        .toList(),
                answers(report),
                report.findings().stream()
                        .map(finding -> found(finding, report.run()))
                        .toList(),
                Measures.of(report));
    }

    private static PastRun.Head head(RunReport report) {
        RunInfo run = report.run();
        return new PastRun.Head(
                report.pilot().name(),
                run.id(),
                run.snapshot(),
                kept(run.sampledAt()),
                kept(run.completedAt()),
                run.dayoneVersion(),
                report.verdict().name(),
                report.headline());
    }

    /** As exact as every database keeps it. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Table table(TableRef ref, TableReport report) {
        Map<String, String> columns = new LinkedHashMap<>();
        report.columns().forEach(column -> columns.put(column.name(), column.sourceType()));
        return new Table(ref.toString(), rows(report), report.sampledRows(), report.whole(), columns);
    }

    static @Nullable Long rows(TableReport report) {
        return report.whole() ? Long.valueOf(report.sampledRows()) : report.rows();
    }

    private static List<Answer> answers(RunReport report) {
        List<Answer> answers = new ArrayList<>();
        for (CheckResult check : report.checks()) {
            answers.add(new Answer(
                    "check",
                    key(check),
                    title(check),
                    check.verdict().name(),
                    check.observed() == null ? null : Json.write(check.observed())));
        }
        for (LinkResult link : report.links()) {
            String place = place(link);
            answers.add(new Answer("link", place, place, link.verdict().name(), text(link.matchRate())));
        }
        for (MetricResult metric : report.metrics()) {
            String name = metric.metric().name();
            answers.add(new Answer("metric", name, name, verdict(metric), text(metric.baseline())));
        }
        return answers;
    }

    private static String verdict(MetricResult metric) {
        if (metric.baseline() == null) {
            return "NO_ANSWER";
        }
        if (metric.undecided()) {
            return "UNDETERMINED";
        }
        return metric.targetMet() == null ? "MEASURED" : metric.targetMet() ? "TARGET_MET" : "TARGET_NOT_MET";
    }

    private static @Nullable String text(@Nullable Double number) {
        return number == null ? null : number.toString();
    }

    static String place(LinkResult link) {
        return link.link().from() + " -> " + link.link().to();
    }

    /** The same rule with the same arguments has the same key, whatever their order. */
    static String key(CheckResult check) {
        String whole = check.table() + "\n" + check.type() + "\n" + Json.write(new TreeMap<>(check.kwargs()));
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String title(CheckResult check) {
        return check.type() + " of " + check.table() + (check.column() == null ? "" : "." + check.column());
    }

    private static Found found(Finding finding, RunInfo run) {
        Long count = finding.count();
        Long of = finding.of();
        return new Found(
                finding.id(),
                finding.kind(),
                finding.severity().name(),
                finding.place(),
                finding.title(),
                count == null || of == null || of == 0 ? null : (double) count / of,
                kept(finding.knownSince() == null ? run.sampledAt() : finding.knownSince()));
    }
}
