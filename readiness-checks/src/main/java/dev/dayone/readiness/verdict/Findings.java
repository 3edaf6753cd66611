package dev.dayone.readiness.verdict;

import dev.dayone.pilot.report.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers what every detector finds, most weighty first. */
final class Findings {
    private static final List<Detector> DETECTORS = List.of(
            new NeedDetector(),
            new CheckDetector(),
            new LinkDetector(),
            new ColumnDetector(),
            new TableDetector(),
            new MessDetector(),
            new PersonalDataDetector(),
            new PlanDetector(),
            new SafetyDetector());

    private static final Comparator<Finding> WEIGHT = Comparator.comparing(Finding::severity)
            .thenComparing(Comparator.comparingDouble(Findings::share).reversed())
            .thenComparing(Finding::place)
            .thenComparing(Finding::kind);

    private Findings() {}

    static List<Finding> of(Case subject) {
        return DETECTORS.stream()
                .flatMap(detector -> detector.find(subject))
                .sorted(WEIGHT)
                .toList();
    }

    private static double share(Finding finding) {
        Long count = finding.count();
        Long of = finding.of();
        return count == null || of == null || of == 0 ? 1 : (double) count / of;
    }

    /** Finds one family of things that are wrong. Stateless. */
    @FunctionalInterface
    interface Detector {
        Stream<Finding> find(Case subject);
    }
}
