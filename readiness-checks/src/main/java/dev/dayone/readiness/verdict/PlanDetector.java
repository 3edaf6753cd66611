package dev.dayone.readiness.verdict;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.readiness.wording.Numbers;
import java.util.Set;
import java.util.stream.Stream;

/** What is missing from the plan around the data: metrics, owner, budget. */
final class PlanDetector implements Findings.Detector {
    private static final Set<GateName> PLAN = Set.of(GateName.METRICS, GateName.OWNER, GateName.BUDGET);

    @Override
    public Stream<Finding> find(Case subject) {
        Stream<Finding> closed = Gates.of(subject).stream()
                .filter(gate -> PLAN.contains(gate.name()) && gate.verdict() != GateVerdict.READY)
                .map(PlanDetector::finding);
        Stream<Finding> met = subject.evidence().metrics().stream()
                .filter(metric -> Boolean.TRUE.equals(metric.targetMet()))
                .map(PlanDetector::alreadyMet);
        return Stream.concat(closed, met);
    }

    private static Finding finding(Gate gate) {
        return new Finding(
                gate.name().label() + "-not-ready",
                gate.verdict() == GateVerdict.NOT_READY ? Severity.BLOCKER : Severity.MAJOR,
                "pilot." + gate.name().label(),
                gate.reason().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + gate.reason().substring(1),
                null,
                null,
                null,
                switch (gate.name()) {
                    case METRICS -> "Without a baseline and a target nobody can tell whether the pilot helped.";
                    case OWNER -> "Without an owner nobody decides when the pilot errs.";
                    default -> "Without a budget the pilot stops at its first invoice.";
                },
                remedy(gate));
    }

    private static String remedy(Gate gate) {
        return switch (gate.name()) {
            case METRICS ->
                "Under 'metrics' name exactly " + Gates.METRICS + ", each with SQL that yields a number and a target.";
            case OWNER -> "Name someone from the business, with an address, under 'owner'.";
            default -> "Under 'budget' name the monthly limit and the lines that stay within it.";
        };
    }

    private static Finding alreadyMet(MetricResult metric) {
        return new Finding(
                "target-already-met",
                Severity.MAJOR,
                "pilot.metrics." + metric.metric().name(),
                "'" + metric.metric().name() + "' is at "
                        + Numbers.number(metric.baseline() == null ? 0 : metric.baseline()) + " already, target "
                        + metric.metric().target() + ".",
                null,
                null,
                null,
                "The pilot would be called a success without doing anything.",
                "Set a target that today's process does not reach, or another metric.");
    }
}
