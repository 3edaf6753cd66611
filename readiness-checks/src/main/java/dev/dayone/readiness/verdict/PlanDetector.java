package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is missing from the plan around the data: metrics, owner, budget. */
final class PlanDetector implements Findings.Detector {
    private static final FindingKind NO_METRICS = FindingKind.named(
                    "metrics-not-ready",
                    "The pilot does not have exactly three metrics, each with a measured baseline and a target.")
            .because(
                    "Nobody measured the process before.",
                    "Without a baseline and a target nobody can tell whether the pilot helped.")
            .mendedBy(
                    "Under 'metrics' name exactly " + MetricsGate.METRICS
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

    private static final FindingKind UNDECIDED = FindingKind.named(
                    "target-undecided",
                    "Whether a metric has reached its target already is not decided by the rows read.")
            .because(
                    "A target close to today's number, or a small sample.",
                    "What looks like the pilot's success later may be today's number.")
            .mendedBy(
                    "Read more rows, or set a target that is farther from today's number.",
                    "Take the worse end of the interval for the baseline.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind TOO_FEW = FindingKind.named(
                    "volume-not-worth-it", "Fewer records come in a month than make a metric worth a pilot.")
            .because(
                    "A process that seldom runs, or a limit that was set for another one.",
                    "An improvement saves less than the pilot costs, and is not seen for months.")
            .mendedBy(
                    "Pick a process of more records, or widen this one.",
                    "Agree on a smaller volume that still pays, under 'worth'.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind NO_CALL = FindingKind.named(
                    "nobody-on-call", "Nobody is named who is called when the pilot errs.")
            .because(
                    "What happens after the launch was not planned.",
                    "Errors reach customers for as long as nobody is told of them.")
            .mendedBy(
                    "Name someone, and how to reach them, under 'owner.onCall'.",
                    "Let it propose only, with a human who sends.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind OTHER_VOLUME = FindingKind.named(
                    "volume-not-as-planned", "The budget plans with another volume than the data shows.")
            .because(
                    "A volume that was guessed, or was true some time ago.",
                    "The running cost will be another than the one that was agreed.")
            .mendedBy(
                    "Plan with the measured volume, or say why the pilot sees fewer records.",
                    "Judge the budget by the measured volume, as the gate does.",
                    Decider.PROCESS_OWNER);

    private static final FindingKind PASSES_LIMIT = FindingKind.named(
                    "budget-passes-limit", "Within a year of growth the running cost is over its limit.")
            .because("The limit was set for today's volume.", "The pilot succeeds and is switched off for its cost.")
            .mendedBy(
                    "Agree on a limit for the volume in a year, or on what is done when it is reached.",
                    "Review the cost every month.",
                    Decider.PROCESS_OWNER);

    /** A plan this many times off is no plan; less is rounding and season. */
    private static final double FAR_OFF = 1.5;

    private static final Set<GateName> PLAN = Set.of(GateName.METRICS, GateName.OWNER, GateName.BUDGET);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(NO_METRICS, NO_OWNER, NO_BUDGET, MET, UNDECIDED, TOO_FEW, NO_CALL, OTHER_VOLUME, PASSES_LIMIT);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        List<MetricResult> metrics = subject.metrics();
        Stream<Finding> closed = Gates.of(subject).stream()
                .map(gate -> gate.name() == GateName.METRICS ? MetricsGate.ofBaselines(metrics) : gate)
                .filter(gate -> PLAN.contains(gate.name()) && gate.verdict() != GateVerdict.READY)
                .map(PlanDetector::finding);
        Stream<Finding> met = metrics.stream()
                .filter(metric -> Boolean.TRUE.equals(metric.targetMet()))
                .map(PlanDetector::alreadyMet);
        Stream<Finding> undecided = metrics.stream().flatMap(metric -> Stream.ofNullable(undecided(metric)));
        Stream<Finding> few = metrics.stream().flatMap(metric -> Stream.ofNullable(tooFew(metric)));
        Owner owner = subject.pilot().owner();
        Stream<Finding> nobody = owner != null && owner.onCall() == null
                ? Stream.of(NO_CALL.at(
                                Severity.MINOR,
                                "pilot.owner.onCall",
                                "Nobody is named who is called when the pilot errs.")
                        .done())
                : Stream.empty();
        return Stream.of(closed, met, undecided, few, nobody, cost(subject)).flatMap(findings -> findings);
    }

    private static Stream<Finding> cost(Case subject) {
        Budget budget = subject.pilot().budget();
        BudgetReport report = subject.budget();
        if (budget == null || report == null) {
            return Stream.empty();
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < budget.lines().size(); i++) {
            Finding other = otherVolume(budget.lines().get(i), report.lines().get(i));
            if (other != null) {
                findings.add(other);
            }
        }
        BigDecimal monthly = report.monthly();
        if (report.passed() != null && monthly != null && monthly.compareTo(budget.monthlyLimit()) <= 0) {
            findings.add(PASSES_LIMIT
                    .at(
                            Severity.MINOR,
                            "pilot.budget",
                            "From " + report.passed() + " on, a month costs more than the limit of "
                                    + Numbers.money(budget.monthlyLimit()) + " " + budget.currency() + ".")
                    .done());
        }
        return findings.stream();
    }

    private static @Nullable Finding otherVolume(Budget.Line planned, BudgetReport.Line line) {
        BigDecimal units = planned.unitsPerMonth();
        BudgetReport.Volume volume = line.volume();
        if (units == null || volume == null) {
            return null;
        }
        BigDecimal each = planned.perRecord();
        double perRecord = each == null ? 1 : each.doubleValue();
        double stated = units.doubleValue();
        double measured = volume.records() * perRecord;
        Interval interval = volume.interval();
        boolean possible =
                interval != null && interval.low() * perRecord <= stated && stated <= interval.high() * perRecord;
        boolean near = stated <= measured * FAR_OFF && measured <= stated * FAR_OFF;
        return possible || near
                ? null
                : OTHER_VOLUME
                        .at(
                                Severity.MAJOR,
                                "pilot.budget." + planned.name(),
                                "'" + planned.name() + "' is planned with " + Numbers.number(stated)
                                        + " units a month; " + volume.column() + " shows "
                                        + Numbers.number(measured) + ".")
                        .done();
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

    private static @Nullable Finding undecided(MetricResult metric) {
        Interval interval = metric.interval();
        Double baseline = metric.baseline();
        return interval == null || baseline == null || !metric.undecided()
                ? null
                : UNDECIDED
                        .at(
                                Severity.MINOR,
                                "pilot.metrics." + metric.metric().name(),
                                "'" + metric.metric().name() + "' is at " + Numbers.number(baseline) + " ("
                                        + Numbers.numbers(interval) + " by the rows read), target "
                                        + metric.metric().target() + ".")
                        .done();
    }

    private static @Nullable Finding tooFew(MetricResult metric) {
        MetricResult.Volume volume = metric.volume();
        if (volume == null || volume.verdict() == CheckVerdict.PASS) {
            return null;
        }
        String worth = MetricsGate.worth(metric);
        return TOO_FEW.at(
                        volume.verdict() == CheckVerdict.FAIL ? Severity.BLOCKER : Severity.MAJOR,
                        "pilot.metrics." + metric.metric().name(),
                        worth)
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
