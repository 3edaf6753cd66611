package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** Tables that hold personal data: said once a table, so that a data protection officer has the list. */
final class PersonalDataDetector implements Findings.Detector {
    private static final FindingKind PERSONAL = FindingKind.named("personal-data", "A table holds personal data.")
            .because(
                    "The process is about people.",
                    "What the pilot sends to a model leaves the company, unless it is taken out before.")
            .mendedBy(
                    "Agree with data protection on each column.",
                    "'hash' or 'drop' what the pilot can do without.",
                    Decider.DATA_PROTECTION);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(PERSONAL);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return subject.evidence().tables().entrySet().stream().flatMap(entry -> {
            List<String> personal = entry.getValue().columns().stream()
                    .filter(column -> column.visibility() == Visibility.PERSONAL)
                    .map(ColumnReport::name)
                    .toList();
            return personal.isEmpty()
                    ? Stream.empty()
                    : Stream.of(PERSONAL.at(
                                    Severity.MINOR,
                                    entry.getKey().toString(),
                                    Numbers.count(personal.size(), "column") + " with personal data: "
                                            + String.join(", ", personal) + ".")
                            .done());
        });
    }
}
