package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import java.util.stream.Stream;

/** Needed columns that are missing or too empty. */
final class NeedDetector implements Findings.Detector {
    @Override
    public Stream<Finding> find(Case subject) {
        return Need.of(subject).stream().flatMap(NeedDetector::find);
    }

    private static Stream<Finding> find(Need need) {
        ColumnProfile profile = need.profile();
        if (profile == null) {
            return Stream.of(new Finding(
                    "needed-column-missing",
                    Severity.BLOCKER,
                    need.column().toString(),
                    need.sentence(),
                    null,
                    null,
                    null,
                    "The pilot cannot be fed.",
                    "Correct the name under 'needs', or add the column at its source."));
        }
        if (!need.isBlocking() && !need.isToMend()) {
            return Stream.empty();
        }
        return Stream.of(new Finding(
                "needed-column-empty",
                need.isBlocking() ? Severity.BLOCKER : Severity.MAJOR,
                need.column().toString(),
                need.sentence(),
                profile.nulls() + profile.blanks(),
                profile.rows(),
                null,
                "Every record without it is answered from nothing, or not at all.",
                "Make the field required where it is entered, or route records without it past the pilot."));
    }
}
