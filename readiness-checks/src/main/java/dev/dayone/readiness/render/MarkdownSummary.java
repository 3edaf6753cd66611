package dev.dayone.readiness.render;

import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.readiness.wording.LinkCauses;
import dev.dayone.readiness.wording.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The run in Markdown, short enough for a pull request or a chat. */
final class MarkdownSummary {
    private static final int FINDINGS = 10;
    private static final int ROWS = 25;
    private static final int BROKEN = 5;
    private static final int EXAMPLES = 3;

    private final RunReport report;
    private final StringBuilder out = new StringBuilder();

    private MarkdownSummary(RunReport report) {
        this.report = report;
    }

    static String render(RunReport report) {
        return new MarkdownSummary(report).render();
    }

    private String render() {
        Badge verdict = Badge.of(report.verdict());
        line("# " + sign(verdict) + " " + escaped(report.pilot().name()) + ": " + verdict.loud());
        line("");
        line("**" + escaped(report.headline()) + "**");
        line("");
        line("Data read " + Wording.time(report.run().sampledAt()) + ", judged "
                + Wording.time(report.run().completedAt()) + ", run "
                + escaped(report.run().id()) + ", dayone "
                + escaped(report.run().dayoneVersion()) + ".");
        gates();
        flow();
        since();
        findings();
        examples();
        links();
        discovered();
        metrics();
        sources();
        return out.toString();
    }

    private void gates() {
        heading("Gates");
        table("Gate", "Answer", "Why");
        GateLine.all(report)
                .forEach(gate -> row(
                        gate.name().label(),
                        sign(gate.badge()) + " " + gate.badge().word(),
                        escaped(gate.reason())));
    }

    private void flow() {
        FunnelView funnel = FunnelView.of(report, new Anchors(report));
        if (funnel == null) {
            return;
        }
        heading("What the pilot could handle today");
        line(escaped(funnel.headline()) + (funnel.howSure() == null ? "" : " (" + escaped(funnel.howSure()) + ")"));
        if (funnel.note() != null) {
            line(escaped(funnel.note()));
        }
        line("");
        for (FunnelView.Change change : funnel.changes()) {
            line(change.rank() + ". **" + escaped(change.title()) + "** " + escaped(change.gain()) + ". "
                    + escaped(Wording.sentence(change.remedy())));
        }
        line("");
        table("Asked of each record", "Still on the way", "Lost here", "Turned away for");
        funnel.steps().stream()
                .limit(ROWS)
                .forEach(step -> row(escaped(step.asked()), step.left(), step.lost(), escaped(step.why())));
        more(funnel.steps().size());
    }

    private void findings() {
        List<Finding> findings = report.findings();
        heading(findings.size() > FINDINGS ? "Top " + FINDINGS + " of " + findings.size() + " findings" : "Findings");
        if (findings.isEmpty()) {
            line("None.");
        }
        int rank = 1;
        for (Finding finding : findings.subList(0, Math.min(FINDINGS, findings.size()))) {
            String numbers = Stream.of(
                            Wording.howMany(finding),
                            Wording.howSure(finding.interval()),
                            Wording.ofFlow(finding.flow()))
                    .filter(text -> text != null)
                    .collect(Collectors.joining(", "));
            line(rank++ + ". **" + escaped(finding.title()) + "** ("
                    + Badge.of(finding.severity()).word() + ", " + escaped(finding.place()) + known(finding) + ")"
                    + (numbers.isEmpty() ? "" : ": " + escaped(numbers)));
            line("   " + escaped(Wording.sentence(finding.breaks())) + " " + escaped(Wording.sentence(finding.remedy()))
                    + until(finding));
        }
    }

    private String known(Finding finding) {
        String known = Wording.known(report, finding);
        return known.isEmpty() ? "" : ", " + known;
    }

    private void since() {
        SinceView since = SinceView.of(report);
        if (since == null) {
            return;
        }
        heading("Since the last run");
        line(escaped(since.summary()));
        if (!since.quiet()) {
            line("");
        }
        since.changes().forEach(change -> line("- " + escaped(change)));
        since.gone().forEach(gone -> line("- Gone: " + escaped(gone)));
    }

    private static String until(Finding finding) {
        return finding.meanwhile().isEmpty()
                ? ""
                : " Until then: " + escaped(Wording.sentence(finding.meanwhile())) + " Decides: "
                        + escaped(Wording.sentence(finding.decides()));
    }

    /** A few rows by key of the first checks that fail, so that somebody can look them up. */
    private void examples() {
        List<CheckResult> broken = report.checks().stream()
                .filter(check -> check.verdict() == CheckVerdict.FAIL
                        && !check.exampleRows().isEmpty())
                .sorted(Comparator.comparing(CheckResult::severity))
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        heading("Rows that break checks");
        table("Check", "Weight", "Row", "Values", "Why");
        for (CheckResult check : broken.stream().limit(BROKEN).toList()) {
            check.exampleRows().stream()
                    .limit(EXAMPLES)
                    .map(RowView::of)
                    .forEach(row -> row(
                            escaped(check.table() + ", " + Wording.rule(check)),
                            Badge.of(check.severity()).word(),
                            escaped(row.key()),
                            escaped(row.values()),
                            escaped(row.reason())));
        }
        if (broken.size() > BROKEN) {
            line("");
            line("… and of " + (broken.size() - BROKEN) + " more checks in the report.");
        }
    }

    private void links() {
        if (report.links().isEmpty()) {
            return;
        }
        heading("Links");
        table("From", "To", "Match rate", "Needs", "Answer");
        for (LinkResult link : report.links().stream().limit(ROWS).toList()) {
            String sure = Wording.howSure(link.interval(), link.about());
            row(
                    escaped(link.link().from().toString()),
                    escaped(link.link().to().toString()),
                    rate(link.matchRate()) + (sure == null ? "" : " (" + escaped(sure) + ")"),
                    Numbers.percent(link.link().coverage()),
                    answer(Badge.of(link.verdict()), Wording.lacks(link)));
        }
        more(report.links().size());
        causes();
    }

    private void discovered() {
        if (report.discovered().isEmpty()) {
            return;
        }
        heading("Links that the pilot does not name");
        table("From", "To", "Values found there");
        for (DiscoveredLink link : report.discovered().stream().limit(ROWS).toList()) {
            row(
                    escaped(link.link().from().toString()),
                    escaped(link.link().to().toString()),
                    (link.proved() ? "" : "about ") + Numbers.percent(link.contained()));
        }
        more(report.discovered().size());
    }

    /** Why keys are not found, where cleaning tells. */
    private void causes() {
        report.links().stream().limit(ROWS).forEach(link -> {
            List<String> told = Stream.concat(
                            Stream.ofNullable(LinkCauses.sentence(link)), LinkCauses.warnings(link).stream())
                    .toList();
            if (!told.isEmpty()) {
                line("");
                line(escaped(link.link().from() + " → " + link.link().to() + ": " + String.join(" ", told)));
            }
        });
    }

    private static String estimate(MetricResult metric) {
        String sure = Wording.sure(metric);
        return !metric.fromSample()
                ? ""
                : " (estimate from a sample" + (sure == null ? "" : "; " + escaped(sure)) + ")";
    }

    private void metrics() {
        if (report.metrics().isEmpty()) {
            return;
        }
        heading("Metrics");
        table("Metric", "Baseline", "Target", "Gap");
        for (MetricResult metric : report.metrics().stream().limit(ROWS).toList()) {
            String error = metric.error();
            row(
                    escaped(metric.metric().name()),
                    escaped(Wording.baseline(metric)) + estimate(metric),
                    escaped(Wording.target(metric)),
                    escaped((error == null ? Wording.gap(metric) : "Could not be measured: " + error)
                            + (Wording.worth(metric) == null ? "" : "; " + Wording.worth(metric))));
        }
        more(report.metrics().size());
    }

    private void sources() {
        if (report.sources().isEmpty()) {
            return;
        }
        heading("Sources");
        table("Source", "System", "Account", "Encrypted with", "Proof that it was read only", "Receipt");
        report.sources().forEach((name, source) -> {
            Probe probe = source.probe();
            row(
                    escaped(name),
                    escaped(probe.server() + ", time zone " + probe.timeZone()),
                    escaped(probe.account()),
                    escaped(probe.tls()),
                    escaped(SourceView.proof(probe)),
                    escaped(SourceView.brief(source.receipt())));
        });
        report.sources().forEach((name, source) -> statements(name, source.receipt()));
    }

    private void statements(String source, Receipt receipt) {
        if (receipt.statements().isEmpty()) {
            return;
        }
        line("");
        line("<details><summary>Every statement sent to " + escaped(source) + "</summary>");
        line("");
        table("Statement, without values", "Times", "Rows", "Received", "Time");
        receipt.statements().stream()
                .map(SourceView.StatementView::of)
                .limit(ROWS)
                .forEach(statement -> row(
                        escaped(statement.shape()),
                        statement.times(),
                        statement.rows(),
                        statement.bytes(),
                        statement.time()));
        more(receipt.statements().size());
        line("");
        line("</details>");
    }

    private static String answer(Badge badge, @Nullable String lacks) {
        return sign(badge) + " " + (lacks == null ? badge.word() : escaped(lacks));
    }

    private static String rate(@Nullable Double rate) {
        return rate == null ? "–" : escaped(Numbers.percent(rate));
    }

    private void more(int size) {
        if (size > ROWS) {
            line("");
            line("… and " + (size - ROWS) + " more in the report.");
        }
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void table(String... names) {
        row(names);
        line("|" + " --- |".repeat(names.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String sign(Badge badge) {
        return switch (badge.tone()) {
            case GOOD -> "✅";
            case BAD -> "❌";
            case UNSURE -> "❔";
            case WARN -> "⚠️";
            case NONE -> "➖";
        };
    }

    private static String escaped(String text) {
        return Markdown.text(text);
    }
}
