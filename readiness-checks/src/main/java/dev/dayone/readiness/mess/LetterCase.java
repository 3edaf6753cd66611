package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import org.jspecify.annotations.Nullable;

/** E-mail addresses with capitals among lower-case ones. */
final class LetterCase implements ColumnDefect {
    private static final String USUAL = "lower";
    private static final double MOSTLY = 0.5;

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
        return place.rows(
                "letter-case-differs",
                written - lower,
                "with capitals in an address, where most are in lower case.",
                "The same person is written in two ways, and joins on the address miss one.",
                "Compare addresses in lower case, and store them so.");
    }
}
