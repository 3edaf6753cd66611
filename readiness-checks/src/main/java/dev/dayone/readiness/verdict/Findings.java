package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.history.Drift;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what every detector finds, most weighty first. */
final class Findings {
    private static final List<Detector> DETECTORS = List.of(
            new NeedDetector(),
            new CheckDetector(),
            new LinkDetector(),
            new AgreementDetector(),
            new ColumnDetector(),
            new TableDetector(),
            new MessDetector(),
            new DeclaredDetector(),
            new PersonalDataDetector(),
            new PlanDetector(),
            new FlowDataDetector(),
            new SafetyDetector(),
            new ExportDetector());

    /** Found by comparing with earlier runs, once all else is judged. */
    private static final List<FindingKind> FOUND_LATER = List.of(Drift.KIND);

    private static final Comparator<Finding> WEIGHT = Comparator.comparingDouble(Findings::cost)
            .reversed()
            .thenComparing(Finding::severity)
            .thenComparing(Comparator.comparingDouble(Findings::share).reversed())
            .thenComparing(Finding::place)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::id);

    private Findings() {}

    /** Everything that can be found, by name. */
    static List<FindingKind> kinds() {
        return Stream.concat(DETECTORS.stream().flatMap(Detector::kinds), FOUND_LATER.stream())
                .sorted(Comparator.comparing(FindingKind::name))
                .toList();
    }

    static List<Finding> of(Case subject) {
        FlowShares shares = new FlowShares(subject);
        Owner owner = subject.pilot().owner();
        return DETECTORS.stream()
                .flatMap(detector -> detector.find(subject))
                .map(finding -> finding.touching(shares.of(finding)))
                .map(finding -> owner == null || !finding.decides().equals(Decider.PROCESS_OWNER.words())
                        ? finding
                        : finding.decidedBy(owner.name() + ", " + finding.decides()))
                .sorted(WEIGHT)
                .toList();
    }

    /** In their order. */
    static List<Finding> ranked(List<Finding> findings) {
        return findings.stream().sorted(WEIGHT).toList();
    }

    /**
     * The share of the flow's records that it costs: what is minor costs none; what stops the pilot and is not on the
     * records' way costs all.
     */
    private static double cost(Finding finding) {
        Finding.FlowShare flow = finding.flow();
        if (finding.severity() == Severity.MINOR) {
            return 0;
        }
        return flow != null ? flow.share() : finding.severity() == Severity.BLOCKER ? 1 : 0;
    }

    private static double share(Finding finding) {
        Long count = finding.count();
        Long of = finding.of();
        return count == null || of == null || of == 0 ? 1 : (double) count / of;
    }

    /** Finds one family of things that are wrong. Stateless. */
    interface Detector {
        /** What it finds. */
        Stream<FindingKind> kinds();

        Stream<Finding> find(Case subject);
    }
}
