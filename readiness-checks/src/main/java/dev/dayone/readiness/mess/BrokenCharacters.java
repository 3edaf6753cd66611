package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import org.jspecify.annotations.Nullable;

/** Texts that were read in the wrong encoding once. */
final class BrokenCharacters implements ColumnDefect {
    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        return texts == null
                ? null
                : place.rows(
                        "broken-characters",
                        texts.mojibake() + texts.replaced(),
                        "with characters broken by a wrong encoding, such as Ã¼ for ü.",
                        "Names do not match across systems, and a model copies them into its answers.",
                        "Find the import that reads UTF-8 as Latin-1; what it broke can mostly be turned back.");
    }
}
