package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import org.jspecify.annotations.Nullable;

/** Empty texts where there is no value. */
final class EmptyTexts implements ColumnDefect {
    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        boolean every = place.filled() == 0;
        return texts == null || every
                ? null
                : place.rows(
                        "empty-texts",
                        place.profile().blanks(),
                        "with an empty or blank text in place of no value"
                                + (place.profile().nulls() > 0 ? ", beside others that are NULL." : "."),
                        "Counts of what is filled are too high, and two missing keys seem to match.",
                        "Store NULL where there is none; until then, take blank for missing.");
    }
}
