package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** E-mail addresses with capitals among lower-case ones. */
final class LetterCase implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "letter-case-differs", "E-mail addresses are written with capitals, where most are in lower case.")
            .because(
                    "Addresses that are stored as they were typed.",
                    "The same person is written in two ways, and joins on the address miss one.")
            .mendedBy("Store addresses in lower case.", "Compare addresses in lower case.", Decider.SYSTEM_OWNER);

    private static final String USUAL = "lower";
    private static final double MOSTLY = 0.5;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null || !"email".equals(place.profile().inferredType())) {
            return null;
        }
        long lower = ProfiledPlace.count(texts.cases(), USUAL);
        long written = ProfiledPlace.sum(texts.cases());
        if (lower < MOSTLY * written) {
            return null;
        }
        return place.rows(KIND, written - lower, "with capitals in an address, where most are in lower case.");
    }
}
