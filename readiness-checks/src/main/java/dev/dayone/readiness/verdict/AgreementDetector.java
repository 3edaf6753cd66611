package dev.dayone.readiness.verdict;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.link.agree.AgreementFindings;
import java.util.Objects;
import java.util.stream.Stream;

/** Links whose rows match and do not agree. */
final class AgreementDetector implements Findings.Detector {
    @Override
    public Stream<FindingKind> kinds() {
        return AgreementFindings.kinds();
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().links().stream()
                .map(LinkResult::agreement)
                .filter(Objects::nonNull)
                .flatMap(AgreementFindings::of);
    }
}
