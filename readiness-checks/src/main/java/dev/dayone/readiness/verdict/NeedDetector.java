package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.stream.Stream;

/** Needed columns that are missing or too empty. */
final class NeedDetector implements Findings.Detector {
    private static final FindingKind MISSING = FindingKind.named(
                    "needed-column-missing", "A column that the pilot needs is not there.")
            .because("A wrong name, or a field that the system does not have.", "The pilot cannot be fed.")
            .mendedBy(
                    "Correct the name under 'needs', or add the column at its source.",
                    "There is no way around it but to need less.",
                    Decider.ENGINEERS);

    private static final FindingKind EMPTY = FindingKind.named(
                    "needed-column-empty", "A column that the pilot needs is empty in too many rows.")
            .because(
                    "A field that is not required where it is entered.",
                    "Every record without it is answered from nothing, or not at all.")
            .mendedBy(
                    "Make the field required where it is entered.",
                    "Route records without it past the pilot.",
                    Decider.PROCESS_OWNER);

    @Override
    public Stream<FindingKind> kinds() {
        return Stream.of(MISSING, EMPTY);
    }

    @Override
    public Stream<Finding> find(Case subject) {
        return Need.of(subject).stream().flatMap(NeedDetector::find);
    }

    /** The id of the finding that a needed column is too empty. */
    static String id(String column) {
        return EMPTY.id(column, "");
    }

    private static Stream<Finding> find(Need need) {
        ColumnProfile profile = need.profile();
        if (profile == null) {
            return Stream.of(MISSING.at(Severity.BLOCKER, need.column().toString(), need.sentence())
                    .done());
        }
        if (!need.isBlocking() && !need.isToMend()) {
            return Stream.empty();
        }
        return Stream.of(EMPTY.at(
                        need.isBlocking() ? Severity.BLOCKER : Severity.MAJOR,
                        need.column().toString(),
                        need.sentence())
                .rows(profile.nulls() + profile.blanks(), profile.rows(), null)
                .done());
    }
}
