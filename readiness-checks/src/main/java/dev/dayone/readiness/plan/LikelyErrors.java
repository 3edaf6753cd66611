package dev.dayone.readiness.plan;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors that a run makes likely, the heaviest first; what is met in one way at one place is one of them. */
final class LikelyErrors {
    private static final int MOST = 10;

    private LikelyErrors() {}

    /**
     * An error.
     *
     * @param others findings of the same kind at the same place
     */
    record Likely(Finding finding, int others) {
        String title() {
            return others == 0
                    ? finding.title()
                    : finding.title() + " (and " + Numbers.count(others) + " more of this kind there)";
        }
    }

    static List<Likely> of(RunReport report) {
        Map<List<String>, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            alike.computeIfAbsent(List.of(finding.kind(), finding.place()), key -> new ArrayList<>())
                    .add(finding);
        }
        return alike.values().stream()
                .limit(MOST)
                .map(findings -> new Likely(findings.get(0), findings.size() - 1))
                .toList();
    }
}
