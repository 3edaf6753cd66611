package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Texts that were read in the wrong encoding once. */
final class BrokenCharacters implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "broken-characters", "Texts hold what is left of characters that were read in a wrong encoding.")
            .because(
                    "An import that reads UTF-8 as Latin-1.",
                    "Names do not match across systems, and a model copies them into its answers.")
            .mendedBy(
                    "Find the import that reads UTF-8 as Latin-1 and mend it; what it broke can mostly be turned back.",
                    "Turn what can be turned back on the way in, and leave such names out of answers.",
                    Decider.SYSTEM_OWNER);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        return texts == null
                ? null
                : place.rows(
                        KIND,
                        texts.mojibake() + texts.replaced(),
                        "with characters broken by a wrong encoding, such as Ã¼ for ü.");
    }
}
