package dev.dayone.readiness.render;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.snapshot.Probe;
import dev.dayone.readiness.wording.LinkCauses;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run says in a terminal when it ends: at most about 55 lines. */
public final class TerminalSummary {
    private static final int FINDINGS = 3;
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
                .strong(PlainText.line(report.pilot().name()))
                .end();
        screen.paragraph("", report.headline(), 2);
        screen.line().dim(scope()).end();
        gates();
        flow();
        since();
        findings();
        links();
        discovered();
        metrics();
        sources();
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
        int edge = 4 + GATE + ANSWER;
        for (GateLine gate : GateLine.all(report)) {
            // A reason may take a second line where something is to be done about it.
            int lines = gate.badge().tone() == Tone.GOOD ? 1 : 2;
            List<String> reason = TextCells.wrap(PlainText.line(gate.reason()), screen.width() - edge, lines);
            screen.line()
                    .answer(gate.badge(), "  " + gate.badge().sign() + " ")
                    .plain(TextCells.fit(gate.name().label(), GATE))
                    .answer(gate.badge(), TextCells.fit(gate.badge().word(), ANSWER))
                    .plain(reason.get(0))
                    .end();
            if (reason.size() > 1) {
                screen.line().plain(" ".repeat(edge) + reason.get(1)).end();
            }
        }
    }

    private void flow() {
        Funnel funnel = report.funnel();
        if (funnel == null) {
            return;
        }
        screen.heading("Flow");
        String sure = Wording.howSure(funnel.interval());
        screen.line()
                .plain("  " + (funnel.atLeast() ? "At least " : ""))
                .strong(Numbers.percent((double) funnel.handled() / funnel.records()))
                .plain(" of "
                        + PlainText.line(Numbers.count(funnel.records()) + " records of " + funnel.start()
                                + " come through" + (sure == null ? "" : " (" + sure + ")")
                                + (funnel.changes().isEmpty() ? "." : ". To change first:")))
                .end();
        long before = funnel.handled();
        int rank = 1;
        for (Funnel.Change change : funnel.changes()) {
            String line = rank++ + ". " + change.title() + " " + FunnelView.gain(funnel, change, before) + ".";
            String indent = "  ";
            for (String part : TextCells.wrap(PlainText.line(line), screen.width() - 5, 2)) {
                screen.line().plain(indent + part).end();
                indent = "     ";
            }
            before = change.handled();
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
            List<String> title = TextCells.wrap(PlainText.line(finding.title()), screen.width() - 10, 2);
            screen.line()
                    .answer(badge, "  " + TextCells.fit(badge.word(), 8))
                    .plain(title.get(0))
                    .end();
            if (title.size() > 1) {
                screen.line().plain("          " + title.get(1)).end();
            }
            for (String line :
                    TextCells.wrap(PlainText.line(known(finding) + detail(finding)), screen.width() - 10, 2)) {
                screen.line().dim("          " + line).end();
            }
        }
    }

    private String known(Finding finding) {
        String known = Wording.known(report, finding);
        return known.isEmpty() ? "" : known + " · ";
    }

    private void since() {
        SinceView since = SinceView.of(report);
        if (since == null) {
            return;
        }
        screen.heading("Since the last run");
        screen.paragraph("  ", PlainText.line(since.summary()), 2);
        since.changes().stream().limit(FINDINGS).forEach(change -> screen.paragraph("  ", PlainText.line(change), 1));
        if (since.changes().size() > FINDINGS) {
            screen.line()
                    .dim("  … and " + (since.changes().size() - FINDINGS) + " more in the report")
                    .end();
        }
    }

    private static String detail(Finding finding) {
        String howMany = Wording.howMany(finding);
        // The title names the place already where it begins with it.
        String place = finding.title().startsWith(finding.place()) ? "" : finding.place() + " ";
        String separator = howMany == null || place.isEmpty() ? "" : "· ";
        return (howMany == null ? "" : howMany + " ") + separator + place + "→ " + finding.remedy();
    }

    private void links() {
        if (report.links().isEmpty()) {
            return;
        }
        screen.heading("Links");
        int name = (screen.width() - 2 - 9 - 7 - 12) / 2;
        screen.line()
                .dim("  " + cell("from", name) + cell("to", name) + "matched  needs  answer")
                .end();
        for (LinkResult link : report.links().stream().limit(ROWS).toList()) {
            Badge badge = Badge.of(link.verdict());
            Double rate = link.matchRate();
            screen.line()
                    .plain("  ")
                    .plain(reference(link.link().from(), name))
                    .plain(reference(link.link().to(), name))
                    .plain(TextCells.fit(
                            rate == null
                                    ? "–"
                                    : Numbers.percent(rate, link.link().coverage()),
                            9))
                    .plain(TextCells.fit(Numbers.percent(link.link().coverage()), 7))
                    .answer(badge, badge.sign() + " " + badge.brief())
                    .end();
            String cause = LinkCauses.sentence(link);
            if (cause != null) {
                screen.line()
                        .dim("    "
                                + TextCells.wrap(cause, screen.width() - 4, 1).get(0))
                        .end();
            }
        }
        more(report.links().size());
    }

    private void discovered() {
        int found = report.discovered().size();
        if (found > 0) {
            screen.paragraph(
                    "  ",
                    Numbers.count(found, "link") + " between tables that the pilot does not name: see the report, or"
                            + " 'dayone discover PILOT' for lines to paste",
                    2);
        }
    }

    private void metrics() {
        if (report.metrics().isEmpty()) {
            return;
        }
        screen.heading("Metrics");
        int name = (screen.width() - 2) / 4;
        int number = (screen.width() - 2) / 5;
        screen.line()
                .dim("  " + cell("metric", name) + cell("baseline", number) + cell("target", number) + "gap")
                .end();
        for (MetricResult metric : report.metrics().stream().limit(ROWS).toList()) {
            String baseline =
                    (metric.fromSample() && metric.baseline() != null ? "about " : "") + Wording.baseline(metric);
            screen.line()
                    .plain("  ")
                    .plain(cell(metric.metric().name(), name))
                    .plain(cell(baseline, number))
                    .plain(cell(Wording.target(metric), number))
                    .plain(PlainText.line(lacking(metric.error(), Wording.gap(metric))))
                    .end();
            Stream.of(Wording.sure(metric), Wording.worth(metric))
                    .filter(Objects::nonNull)
                    .forEach(line -> screen.line()
                            .dim("    "
                                    + TextCells.fit(PlainText.line(line), screen.width() - 4)
                                            .stripTrailing())
                            .end());
        }
        more(report.metrics().size());
    }

    private void sources() {
        if (report.sources().isEmpty()) {
            return;
        }
        screen.heading("Sources");
        report.sources().entrySet().stream().limit(ROWS).forEach(source -> {
            Probe probe = source.getValue().probe();
            screen.paragraph(
                    "  ",
                    PlainText.line(source.getKey() + ": " + probe.server() + ", account " + probe.account() + ": "
                            + SourceView.proof(probe)),
                    1);
            screen.paragraph(
                    "    ", PlainText.line(SourceView.brief(source.getValue().receipt())), 1);
        });
        more(report.sources().size());
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

    /** A text cut and filled to its column. It is made plain first, as what it takes in cells changes by that. */
    private static String cell(String text, int cells) {
        return TextCells.fit(PlainText.line(text), cells - 1) + " ";
    }

    /** A reference that is cut gives way in its middle: its end says which column it is. */
    private static String reference(ColumnRef reference, int cells) {
        return cell(TextCells.cutMiddle(PlainText.line(reference.toString()), cells - 1), cells);
    }
}
