package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Blanks before or behind values that are no prose. */
final class BlanksAround implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "blanks-around-values", "Values of a column have a blank before or behind them.")
            .because(
                    "Forms and imports that keep what was typed.",
                    "Two values that look alike are not equal: look-ups and joins miss them.")
            .mendedBy(
                    "Trim values where they are typed in, and once in the table.",
                    "Trim them on the way in.",
                    Decider.SYSTEM_OWNER);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null || place.column().visibility() == Visibility.FREE_TEXT) {
            return null;
        }
        return place.rows(KIND, texts.spaced(), "with a blank before or behind the value.");
    }
}
