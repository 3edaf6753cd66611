package dev.dayone.readiness.plan;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.LinkCauses;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Week 1: which data is needed and what is wrong with it, which integrations are missing, which errors are likely. */
final class Diagnostic {
    static final String AIM =
            "Settle what the pilot needs and what stands in its way, with the people who can decide it.";

    /** The kinds of findings that say how a missing value is mended. */
    private static final Set<String> MISSING =
            Set.of("needed-column-empty", "empty-columns", "empty-texts", "placeholders", "filled-since");

    private final RunReport report;

    Diagnostic(RunReport report) {
        this.report = report;
    }

    List<Plan.Part> parts() {
        return Stream.of(needs(), integrations(), errors(), open())
                .flatMap(List::stream)
                .toList();
    }

    private List<Plan.Part> needs() {
        Funnel funnel = report.funnel();
        List<List<String>> rows = new ArrayList<>();
        if (funnel != null) {
            for (Funnel.Step step : funnel.steps()) {
                if (step.kind() == Funnel.Kind.NEED) {
                    String turnedAway = step.touched() == 0
                            ? "always filled"
                            : "missing in " + Numbers.count(step.touched()) + " of " + Numbers.count(step.came());
                    rows.add(
                            List.of(step.place(), turnedAway, step.touched() == 0 ? "nothing" : decider(step.place())));
                }
            }
        }
        return List.of(
                rows.isEmpty()
                        ? Plan.Part.list(
                                "Data that is needed",
                                List.of("The pilot names no columns that it needs: write them under 'needs'."))
                        : new Plan.Part(
                                "Data that is needed",
                                List.of("Column", "In this run", "To do, and who decides"),
                                rows));
    }

    private List<Plan.Part> integrations() {
        List<List<String>> rows = new ArrayList<>();
        for (LinkResult link : report.links()) {
            if (link.verdict() != CheckVerdict.PASS) {
                Double rate = link.matchRate();
                String cause = LinkCauses.sentence(link);
                rows.add(List.of(
                        link.link().from() + " → " + link.link().to(),
                        rate == null
                                ? "could not be measured: " + Objects.requireNonNullElse(link.error(), "no rows")
                                : Numbers.percent(rate, link.link().coverage()) + " of keys found, "
                                        + Numbers.percent(link.link().coverage()) + " needed",
                        cause == null ? "" : cause));
            }
        }
        return rows.isEmpty()
                ? List.of(Plan.Part.list(
                        "Integrations that are missing",
                        List.of(
                                report.links().isEmpty()
                                        ? "The pilot names no links between its systems."
                                        : "None: every link of the flow joins as asked.")))
                : List.of(new Plan.Part(
                        "Integrations that are missing", List.of("Link", "In this run", "Why keys are lost"), rows));
    }

    private List<Plan.Part> errors() {
        List<List<String>> rows = LikelyErrors.of(report).stream()
                .map(likely -> List.of(
                        likely.title(),
                        likely.finding().place(),
                        share(likely.finding()),
                        likely.finding().decides()))
                .toList();
        return rows.isEmpty()
                ? List.of(Plan.Part.list("Likely errors", List.of("This run found nothing wrong or at risk.")))
                : List.of(new Plan.Part(
                        "Likely errors, the heaviest first",
                        List.of("Error", "Where", "Touches", "Who decides"),
                        rows));
    }

    private List<Plan.Part> open() {
        List<String> lines = new ArrayList<>();
        for (Gate gate : report.gates()) {
            if (gate.verdict() != GateVerdict.READY) {
                lines.add((gate.verdict() == GateVerdict.NOT_READY ? "Open the gate '" : "Decide the gate '")
                        + gate.name().label() + "': " + gate.reason());
            }
        }
        report.pilot()
                .gatesLeftOut()
                .forEach(gate -> lines.add("Nobody asked for the gate '" + gate.label() + "': " + gate.question()));
        return lines.isEmpty() ? List.of() : List.of(Plan.Part.list("To be settled before week 3", lines));
    }

    private String decider(String place) {
        return report.findings().stream()
                .filter(finding -> finding.place().equals(place) && MISSING.contains(finding.kind()))
                .map(finding -> finding.remedy() + " Decides: " + finding.decides())
                .findFirst()
                .orElse("Fill it where it comes from, or leave such records out");
    }

    /** How much of the flow a finding touches, or of its place; its weight where neither is known. */
    static String share(Finding finding) {
        Finding.FlowShare flow = finding.flow();
        if (flow != null) {
            return Numbers.percent(flow.share()) + " of the flow's records";
        }
        Long count = finding.count();
        Long of = finding.of();
        if (count != null && of != null && of > 0) {
            return Numbers.percent((double) count / of) + " of the rows there";
        }
        return finding.severity() == Severity.BLOCKER
                ? "all: it blocks"
                : finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
