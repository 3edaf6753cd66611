package dev.dayone.readiness.render;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.plan.Plan;
import dev.dayone.readiness.wording.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page's templates show, worded and laid out, so that they hold no logic of their own.
 *
 * @param deciders what would decide the blockers that are open
 */
record PageView(
        String pilot,
        String description,
        String headline,
        Badge verdict,
        Facts facts,
        List<GateLine> gates,
        List<String> deciders,
        @Nullable FunnelView funnel,
        List<FindingView> topFindings,
        List<FindingView> otherFindings,
        String findingsSummary,
        @Nullable String flowStart,
        List<LinkView> links,
        List<DiscoveredView> discovered,
        List<MetricView> metrics,
        @Nullable Owner owner,
        @Nullable BudgetView budget,
        List<CheckView.Group> checks,
        HeatMap heat,
        List<TableView> tables,
        List<SourceView> sources,
        @Nullable SinceView since,
        Plan plan) {
    private static final int TOP = 5;
    private static final int DECIDERS = 12;

    static PageView of(RunReport report) {
        Anchors anchors = new Anchors(report);
        List<FindingView> findings = new ArrayList<>();
        report.findings()
                .forEach(finding -> findings.add(FindingView.of(findings.size() + 1, finding, report, anchors)));
        int top = Math.min(TOP, findings.size());
        Flow flow = report.pilot().flow();
        List<Link> inFlow = flow == null ? List.of() : flow.links();
        Budget budget = report.pilot().budget();
        return new PageView(
                report.pilot().name(),
                report.pilot().description(),
                report.headline(),
                Badge.of(report.verdict()),
                Facts.of(report),
                GateLine.all(report),
                deciders(report),
                FunnelView.of(report, anchors),
                findings.subList(0, top),
                findings.subList(top, findings.size()),
                summary(report.findings()),
                flow == null ? null : flow.start().toString(),
                report.links().stream()
                        .map(link -> LinkView.of(link, inFlow.contains(link.link()), anchors))
                        .toList(),
                report.discovered().stream()
                        .map(link -> DiscoveredView.of(link, anchors))
                        .toList(),
                report.metrics().stream().map(MetricView::of).toList(),
                report.pilot().owner(),
                budget == null ? null : BudgetView.of(budget, report),
                CheckView.Group.of(report.checks(), anchors),
                HeatMap.ofTables(report, anchors),
                tables(report, anchors),
                report.sources().entrySet().stream()
                        .map(source -> SourceView.of(source.getKey(), source.getValue()))
                        .toList(),
                SinceView.of(report),
                Plan.of(report));
    }

    private static List<String> deciders(RunReport report) {
        Stream<String> checks = report.checks().stream()
                .filter(check -> check.severity() == Severity.BLOCKER)
                .filter(check -> isOpen(check.verdict()))
                .map(check -> check.table() + ", " + Wording.rule(check) + ". " + Wording.lacks(check));
        Stream<String> links = report.links().stream()
                .filter(link -> isOpen(link.verdict()))
                .map(link -> link.link().from() + " → " + link.link().to() + ". " + Wording.lacks(link));
        List<String> all = Stream.concat(links, checks).toList();
        if (all.size() <= DECIDERS) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, DECIDERS));
        some.add("… and " + Numbers.count(all.size() - DECIDERS) + " more among the links and checks below");
        return some;
    }

    private static boolean isOpen(CheckVerdict verdict) {
        return verdict == CheckVerdict.UNDETERMINED || verdict == CheckVerdict.NO_ANSWER;
    }

    private static String summary(List<Finding> findings) {
        return Stream.of(Severity.values())
                .map(severity -> Map.entry(
                        Badge.of(severity).word(),
                        findings.stream()
                                .filter(finding -> finding.severity() == severity)
                                .count()))
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> Numbers.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(" · "));
    }

    private static List<TableView> tables(RunReport report, Anchors anchors) {
        Map<String, Long> findings = report.findings().stream()
                .map(finding -> anchors.place(finding.place()))
                .filter(anchor -> anchor != null)
                .collect(Collectors.groupingBy(anchor -> anchor.replaceFirst("c\\d+$", ""), Collectors.counting()));
        Map<TableRef, HeatMap> heat = HeatMap.ofColumns(report, anchors);
        List<TableView> tables = new ArrayList<>();
        for (Map.Entry<TableRef, TableReport> table : report.tables().entrySet()) {
            String anchor = "t" + (tables.size() + 1);
            HeatMap map = heat.getOrDefault(table.getKey(), HeatMap.NONE);
            tables.add(TableView.of(table.getKey(), table.getValue(), map, anchor, findings.getOrDefault(anchor, 0L)));
        }
        return tables;
    }

    /** Which run this is and what it saw. */
    record Facts(
            String run,
            String snapshot,
            String version,
            String sampledAt,
            String sampledIso,
            String completedAt,
            String fresh,
            String scope) {
        static Facts of(RunReport report) {
            long rows = report.tables().values().stream()
                    .mapToLong(TableReport::sampledRows)
                    .sum();
            return new Facts(
                    report.run().id(),
                    report.run().snapshot(),
                    report.run().dayoneVersion(),
                    Wording.time(report.run().sampledAt()),
                    report.run().sampledAt().toString(),
                    Wording.time(report.run().completedAt()),
                    fresh(Duration.between(
                            report.run().sampledAt(), report.run().completedAt())),
                    Numbers.count(rows, "row") + " of "
                            + Numbers.count(report.tables().size(), "table") + " in "
                            + Numbers.count(report.sources().size(), "source"));
        }

        private static String fresh(Duration age) {
            if (age.toMinutes() < 60) {
                return "fresh: judged as soon as it was read";
            }
            return age.toHours() < 48
                    ? Numbers.count(age.toHours(), "hour") + " old when judged"
                    : Numbers.count(age.toDays(), "day") + " old when judged";
        }
    }
}
