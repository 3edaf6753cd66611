package dev.dayone.readiness.verdict;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What is missing from the plan around the data: metrics, owner, budget. */
final class PlanDetector implements Findings.Detector {
    private static final FindingKind NO_METRICS = FindingKind.named(
                    "metrics-not-ready",
                    "The pilot does not have exactly three metrics, each with a measured baseline and a target.")
            .because(
                    "Nobody measured the process before.",
                    "Without a baseline and a target nobody can tell whether the pilot helped.")
            .mendedBy(
                    "Under 'metrics' name exactly " + Gates.METRICS
                            + ", each with SQL that yields a number and a target.",
                    "Run it as a trial that proves nothing.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind NO_OWNER = FindingKind.named(
                    "owner-not-ready", "Nobody from the business owns the process.")
            .because("The pilot began on the technical side.", "Without an owner nobody decides when the pilot errs.")
            .mendedBy(
                    "Name someone from the business, with an address, under 'owner'.",
                    "Let it propose only, with a human who sends.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind NO_BUDGET = FindingKind.named(
                    "budget-not-ready", "No monthly operating budget is planned, or it is over its limit.")
            .because(
                    "The cost of running was left for later.", "Without a budget the pilot stops at its first invoice.")
            .mendedBy(
                    "Under 'budget' name the monthly limit and the lines that stay within it.",
                    "Launch to so few records that the limit holds.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind MET = FindingKind.named(
                    "target-already-met", "A metric has reached its target before the pilot began.")
            .because(
                    "A target that was set without a look at the data.",
                    "The pilot would be called a success without doing anything.")
            .mendedBy(
                    "Set a target that today's process does not reach, or another metric.",
                    "Leave the metric out of what the pilot is judged by.",
                    Decider.PROCESS_OWNER);

    private static final Set<GateName> PLAN = Set.of(GateName.METRICS, GateName.OWNER, GateName.BUDGET);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(NO_METRICS, NO_OWNER, NO_BUDGET, MET);
    }

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
        FindingKind kind =
                switch (gate.name()) {
                    case METRICS -> NO_METRICS;
                    case OWNER -> NO_OWNER;
                    default -> NO_BUDGET;
                };
        return kind.at(
                        gate.verdict() == GateVerdict.NOT_READY ? Severity.BLOCKER : Severity.MAJOR,
                        "pilot." + gate.name().label(),
                        gate.reason().substring(0, 1).toUpperCase(Locale.ROOT)
                                + gate.reason().substring(1))
                .done();
    }

    private static Finding alreadyMet(MetricResult metric) {
        return MET.at(
                        Severity.MAJOR,
                        "pilot.metrics." + metric.metric().name(),
                        "'" + metric.metric().name() + "' is at "
                                + Numbers.number(metric.baseline() == null ? 0 : metric.baseline())
                                + " already, target " + metric.metric().target() + ".")
                .done();
    }
}
