package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.profile.Placeholder;
import org.jspecify.annotations.Nullable;

/** Texts such as n/a that stand for no value. */
final class Placeholders implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "placeholders", "Placeholders such as n/a stand where there is no value.")
            .because(
                    "A required field that people get past.",
                    "They count as filled, match one another, and a model takes them for facts.")
            .mendedBy("Allow no value where there is none.", "Take them for missing.", Decider.PROCESS_OWNER);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        return texts == null || Placeholder.isChoice(place.profile())
                ? null
                : place.rows(
                        KIND,
                        ProfiledPlace.sum(texts.placeholders()),
                        "with a placeholder such as n/a in place of a value.");
    }
}
