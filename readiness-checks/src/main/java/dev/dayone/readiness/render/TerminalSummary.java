package dev.dayone.readiness.render;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run says in a terminal when it ends: at most about 45 lines. */
public final class TerminalSummary {
    private static final int FINDINGS = 5;
    private static final int ROWS = 4;
    private static final int GATE = 9;
    private static final int ANSWER = 21;

    private final RunReport report;
    private final Screen screen;

    private TerminalSummary(RunReport report, Screen screen) {
        this.report = report;
        this.screen = screen;
    }

    /**
     * The summary, ending in a line feed.
     *
     * @param width of the terminal in cells; below 60 and above 200 the nearest of these is taken
     * @param colour whether ANSI colours may be used; no other control sequence ever is, whatever the data holds
     */
    public static String render(RunReport report, int width, boolean colour) {
        return new TerminalSummary(report, new Screen(Math.max(60, Math.min(200, width)), colour)).render();
    }

    private String render() {
        Badge verdict = Badge.of(report.verdict());
        screen.line()
                .answer(verdict, verdict.sign() + " " + verdict.loud())
                .plain("  ")
                .strong(report.pilot().name())
                .end();
        screen.paragraph("", report.headline(), 3);
        screen.line().dim(scope()).end();
        gates();
        findings();
        links();
        metrics();
        return screen.toString();
    }

    private String scope() {
        long rows = report.tables().values().stream()
                .mapToLong(TableReport::sampledRows)
                .sum();
        return "Data read " + Wording.time(report.run().sampledAt()) + " · "
                + Numbers.count(report.tables().size(), "table") + ", " + Numbers.count(rows, "row") + " · run "
                + report.run().id();
    }

    private void gates() {
        screen.heading("Gates");
        for (GateLine gate : GateLine.all(report)) {
            screen.line()
                    .answer(gate.badge(), "  " + gate.badge().sign() + " ")
                    .plain(TextCells.fit(gate.name().label(), GATE))
                    .answer(gate.badge(), TextCells.fit(gate.badge().word(), ANSWER))
                    .plain(gate.reason())
                    .end();
        }
    }

    private void findings() {
        int all = report.findings().size();
        screen.heading(all > FINDINGS ? "Findings (top " + FINDINGS + " of " + Numbers.count(all) + ")" : "Findings");
        if (all == 0) {
            screen.line().plain("  none").end();
        }
        for (Finding finding : report.findings().stream().limit(FINDINGS).toList()) {
            Badge badge = Badge.of(finding.severity());
            String howMany = Wording.howMany(finding);
            screen.line()
                    .answer(badge, "  " + TextCells.fit(badge.word(), 8))
                    .plain(finding.title() + (howMany == null ? "" : ": " + howMany))
                    .end();
            screen.line()
                    .dim("          " + finding.place() + " → " + finding.remedy())
                    .end();
        }
    }

    private void links() {
        if (report.links().isEmpty()) {
            return;
        }
        screen.heading("Links");
        int name = Math.max(16, (screen.width() - 6 - 10 - 10 - ANSWER) / 2);
        screen.line()
                .dim("  " + columns(name, "from", "to") + "matched   needs     answer")
                .end();
        for (LinkResult link : report.links().stream().limit(ROWS).toList()) {
            Badge badge = Badge.of(link.verdict());
            Double rate = link.matchRate();
            screen.line()
                    .plain("  "
                            + columns(
                                    name,
                                    link.link().from().toString(),
                                    link.link().to().toString()))
                    .plain(TextCells.fit(rate == null ? "–" : Numbers.percent(rate), 10))
                    .plain(TextCells.fit(Numbers.percent(link.link().coverage()), 10))
                    .answer(badge, badge.sign() + " " + badge.word())
                    .end();
        }
        more(report.links().size());
    }

    private void metrics() {
        if (report.metrics().isEmpty()) {
            return;
        }
        screen.heading("Metrics");
        int cell = (screen.width() - 2) / 4;
        screen.line()
                .dim("  " + columns(cell, "metric", "baseline", "target") + "gap")
                .end();
        for (MetricResult metric : report.metrics().stream().limit(ROWS).toList()) {
            String baseline =
                    (metric.fromSample() && metric.baseline() != null ? "about " : "") + Wording.baseline(metric);
            screen.line()
                    .plain("  " + columns(cell, metric.metric().name(), baseline, Wording.target(metric)))
                    .plain(lacking(metric.error(), Wording.gap(metric)))
                    .end();
        }
        more(report.metrics().size());
    }

    private static String lacking(@Nullable String error, String gap) {
        return error == null ? gap : "could not be measured: " + error;
    }

    private void more(int size) {
        if (size > ROWS) {
            screen.line()
                    .dim("  … and " + (size - ROWS) + " more in the report")
                    .end();
        }
    }

    /** Texts side by side, each made plain, cut and filled to its column. */
    private static String columns(int cells, String... texts) {
        return Stream.of(texts)
                .map(text -> TextCells.fit(PlainText.line(text), cells - 1) + " ")
                .collect(Collectors.joining());
    }
}
