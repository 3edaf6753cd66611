package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.Visibility;
import org.jspecify.annotations.Nullable;

/** Blanks before or behind values that are no prose. */
final class BlanksAround implements ColumnDefect {
    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null || place.column().visibility() == Visibility.FREE_TEXT) {
            return null;
        }
        return place.rows(
                "blanks-around-values",
                texts.spaced(),
                "with a blank before or behind the value.",
                "Two values that look alike are not equal: look-ups and joins miss them.",
                "Trim them where they are typed in; until then, trim them on the way.");
    }
}
