package dev.dayone.readiness.verdict;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.PilotInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.SourceReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges evidence: findings, gates, and the one verdict. */
public final class Judgement {
    private Judgement() {}

    /** The run report of a case. Pure: the same case has the same report. */
    public static RunReport judge(Case subject) {
        Pilot pilot = subject.pilot();
        List<Gate> gates = Gates.of(subject);
        List<Finding> findings = Findings.of(subject);
        GateVerdict verdict = verdict(gates);
        Map<String, SourceReport> sources = new LinkedHashMap<>();
        subject.manifest()
                .sources()
                .forEach((name, source) ->
                        sources.put(name, new SourceReport(source.connector(), source.probe(), source.receipt())));
        return new RunReport(
                        RunReport.FORMAT,
                        subject.run(),
                        new PilotInfo(
                                pilot.name(),
                                pilot.description(),
                                pilot.owner(),
                                pilot.budget(),
                                pilot.flow(),
                                leftOut(pilot)),
                        verdict,
                        headline(verdict, gates),
                        gates,
                        sources,
                        subject.evidence().tables(),
                        subject.evidence().checks(),
                        subject.evidence().links(),
                        subject.metrics(),
                        findings,
                        Changes.told(subject, findings))
                .costing(subject.budget())
                .beside(subject.evidence().discovered());
    }

    /** Findings in the order of their weight. */
    public static List<Finding> ranked(List<Finding> findings) {
        return Findings.ranked(findings);
    }

    private static List<GateName> leftOut(Pilot pilot) {
        List<GateName> leftOut = new ArrayList<>(List.of(GateName.values()));
        leftOut.removeAll(pilot.gates());
        return leftOut;
    }

    /** NOT_READY if a gate is; else UNDETERMINED if a gate is; else READY. */
    static GateVerdict verdict(List<Gate> gates) {
        if (gates.stream().anyMatch(gate -> gate.verdict() == GateVerdict.NOT_READY)) {
            return GateVerdict.NOT_READY;
        }
        return gates.stream().anyMatch(gate -> gate.verdict() == GateVerdict.UNDETERMINED)
                ? GateVerdict.UNDETERMINED
                : GateVerdict.READY;
    }

    private static String headline(GateVerdict verdict, List<Gate> gates) {
        return switch (verdict) {
            case READY -> "All " + gates.size() + " gates are open: the evidence supports a pilot on this data.";
            case NOT_READY -> closed(gates, GateVerdict.NOT_READY) + " closed: " + first(gates, GateVerdict.NOT_READY);
            case UNDETERMINED ->
                "Not enough evidence: " + closed(gates, GateVerdict.UNDETERMINED) + " undecided: "
                        + first(gates, GateVerdict.UNDETERMINED);
        };
    }

    private static String closed(List<Gate> gates, GateVerdict verdict) {
        List<String> names = gates.stream()
                .filter(gate -> gate.verdict() == verdict)
                .map(gate -> gate.name().label())
                .toList();
        return names.size() + " of " + gates.size() + " gates (" + String.join(", ", names) + ") "
                + (names.size() == 1 ? "is" : "are");
    }

    private static String first(List<Gate> gates, GateVerdict verdict) {
        return gates.stream()
                .filter(gate -> gate.verdict() == verdict)
                .map(Gate::reason)
                .limit(1)
                .collect(Collectors.joining());
    }
}
