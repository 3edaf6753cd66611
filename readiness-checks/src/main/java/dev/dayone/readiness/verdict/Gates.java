package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Gate;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.readiness.wording.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Answers each gate that the pilot wants judged. */
final class Gates {
    private Gates() {}

    static List<Gate> of(Case subject) {
        return subject.pilot().gates().stream()
                .map(name -> switch (name) {
                    case DATA -> DataGate.of(subject);
                    case LINKS -> links(subject);
                    case METRICS -> MetricsGate.of(subject.metrics());
                    case OWNER -> owner(subject.pilot());
                    case BUDGET -> budget(subject);
                    case SAFETY -> safety(subject);
                })
                .toList();
    }

    private static Gate links(Case subject) {
        List<LinkResult> links = subject.evidence().links();
        if (links.isEmpty()) {
            return subject.pilot().sources().size() == 1
                    ? new Gate(GateName.LINKS, GateVerdict.READY, "one system and no link to follow.", List.of())
                    : new Gate(
                            GateName.LINKS,
                            GateVerdict.UNDETERMINED,
                            "the pilot names no link, so nothing says how its systems join.",
                            List.of("Name the pairs of key columns under 'flow.links'."));
        }
        List<String> closed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (LinkResult link : worstFirst(links, Gates::shortfall)) {
            if (link.verdict() == CheckVerdict.FAIL) {
                closed.add(Wording.link(link));
            } else if (link.verdict() != CheckVerdict.PASS) {
                open.add(Wording.link(link));
            }
        }
        return answer(
                GateName.LINKS,
                closed,
                open,
                Numbers.count(links.size(), "link") + " join as asked"
                        + ofLatest(links.stream().map(LinkResult::about)) + ".");
    }

    /** A gate that opens on the latest rows alone says so. */
    static String ofLatest(Stream<RowsMeant> answers) {
        long latest = answers.filter(about -> about == RowsMeant.LATEST_ROWS).count();
        return latest == 0 ? "" : ", " + Numbers.count(latest) + " of them for the latest rows alone";
    }

    private static Gate owner(Pilot pilot) {
        Owner owner = pilot.owner();
        if (owner == null) {
            return new Gate(
                    GateName.OWNER,
                    GateVerdict.NOT_READY,
                    "nobody owns the process.",
                    List.of("Name someone from the business under 'owner'."));
        }
        boolean business = owner.role().equals("business");
        Owner.OnCall onCall = owner.onCall();
        return new Gate(
                GateName.OWNER,
                business ? GateVerdict.READY : GateVerdict.NOT_READY,
                business
                        ? owner.name() + " owns the process."
                        : owner.name() + " is from the technical side, expected an owner from the business.",
                onCall == null
                        ? List.of("Nobody is named to be called when the pilot errs.")
                        : List.of(onCall.name() + " is called when the pilot errs."));
    }

    private static Gate budget(Case subject) {
        Budget budget = subject.pilot().budget();
        BudgetReport report = subject.budget();
        if (budget == null || report == null || budget.lines().isEmpty()) {
            return new Gate(
                    GateName.BUDGET,
                    GateVerdict.NOT_READY,
                    "no monthly operating budget is planned.",
                    List.of("Name the limit and its lines under 'budget'."));
        }
        BigDecimal cost = report.monthly();
        if (cost == null) {
            List<String> unmeasured = report.lines().stream()
                    .filter(line -> line.error() != null)
                    .map(line -> "'" + line.name() + "' could not be measured: " + line.error() + ".")
                    .toList();
            return answer(GateName.BUDGET, List.of(), unmeasured, "");
        }
        List<String> lines = new ArrayList<>();
        report.lines().forEach(line -> lines.add(line.name() + ": " + money(budget, line) + " a month"));
        if (report.passed() != null) {
            lines.add("At this growth a month costs more than the limit from " + report.passed() + " on");
        }
        Interval interval = report.interval();
        double limit = budget.monthlyLimit().doubleValue();
        boolean within = cost.compareTo(budget.monthlyLimit()) <= 0;
        GateVerdict verdict = within ? GateVerdict.READY : GateVerdict.NOT_READY;
        String stands = within ? "within the limit of " : "over the limit of ";
        if (interval != null && interval.low() <= limit && limit < interval.high()) {
            verdict = GateVerdict.UNDETERMINED;
            stands = Numbers.money(money(interval.low())) + " to " + Numbers.money(money(interval.high()))
                    + " by the rows read, around the limit of ";
        }
        return new Gate(
                GateName.BUDGET,
                verdict,
                money(budget, cost) + " a month planned, " + stands + money(budget, budget.monthlyLimit()) + ".",
                lines);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static String money(Budget budget, BudgetReport.Line line) {
        return money(budget, Objects.requireNonNullElse(line.monthly(), BigDecimal.ZERO));
    }

    private static String money(Budget budget, BigDecimal amount) {
        return Numbers.money(amount) + " " + budget.currency();
    }

    private static Gate safety(Case subject) {
        List<String> closed = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> proofs = new ArrayList<>();
        ReadOnlyProof.of(subject).forEach(proof -> {
            closed.addAll(proof.closing());
            String undecided = proof.undecided();
            if (undecided != null) {
                open.add(undecided);
            }
            proofs.add(proof.proof());
        });
        Gate gate = answer(
                GateName.SAFETY,
                closed,
                open,
                Numbers.count(subject.manifest().sources().size(), "source") + " attached read-only, with proof.");
        return gate.verdict() == GateVerdict.READY
                ? new Gate(gate.name(), gate.verdict(), gate.reason(), proofs)
                : gate;
    }

    static <R> List<R> worstFirst(List<R> results, ToDoubleFunction<R> weight) {
        return results.stream()
                .sorted(Comparator.comparingDouble(weight).reversed())
                .toList();
    }

    /** The share of rows that break a check; rules that do not count rows come first. */
    static double share(CheckResult check) {
        Long unexpected = check.unexpectedCount();
        return unexpected == null || check.elementCount() == 0 ? 1 : (double) unexpected / check.elementCount();
    }

    /** How far a link stays behind what is asked. */
    private static double shortfall(LinkResult link) {
        Double rate = link.matchRate();
        return rate == null ? 1 : link.link().coverage() - rate;
    }

    /** What closes a gate outweighs what leaves it undecided. */
    static Gate answer(GateName name, List<String> closed, List<String> undecided, String ready) {
        List<String> evidence = new ArrayList<>(closed);
        evidence.addAll(undecided);
        if (evidence.isEmpty()) {
            return new Gate(name, GateVerdict.READY, ready, List.of());
        }
        String more = evidence.size() > 1 ? " (and " + (evidence.size() - 1) + " more)" : "";
        return new Gate(
                name,
                closed.isEmpty() ? GateVerdict.UNDETERMINED : GateVerdict.NOT_READY,
                evidence.get(0).replaceFirst("\\.$", "") + more + ".",
                evidence);
    }
}
