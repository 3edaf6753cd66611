package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import org.jspecify.annotations.Nullable;

/** Texts such as n/a that stand for no value. */
final class Placeholders implements ColumnDefect {
    private static final long A_PICKLIST = 30;

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        // Among a few values, none and unknown are choices.
        boolean picklist = place.profile().distinctExact() && place.profile().distinct() <= A_PICKLIST;
        return texts == null || picklist
                ? null
                : place.rows(
                        "placeholders",
                        ProfiledPlace.sum(texts.placeholders()),
                        "with a placeholder such as n/a in place of a value.",
                        "They count as filled, match one another, and a model takes them for facts.",
                        "Allow no value where there is none; until then, take them for missing.");
    }
}
