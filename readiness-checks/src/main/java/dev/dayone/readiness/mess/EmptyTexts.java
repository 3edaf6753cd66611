package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Empty texts where there is no value. */
final class EmptyTexts implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "empty-texts", "Empty or blank texts stand where there is no value.")
            .because(
                    "Forms and imports that write an empty text for nothing.",
                    "Counts of what is filled are too high, and two missing keys seem to match.")
            .mendedBy("Store NULL where there is none.", "Take blank for missing.", Decider.SYSTEM_OWNER);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        boolean every = place.filled() == 0;
        return texts == null || every
                ? null
                : place.rows(
                        KIND,
                        place.profile().blanks(),
                        "with an empty or blank text in place of no value"
                                + (place.profile().nulls() > 0 ? ", beside others that are NULL." : "."));
    }
}
