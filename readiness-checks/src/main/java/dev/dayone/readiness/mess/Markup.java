package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** HTML among plain texts. */
final class Markup implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "markup-in-text", "Texts hold HTML, where others of the column are plain.")
            .because(
                    "A channel, such as e-mail, whose messages are stored as they come.",
                    "Tags cost tokens and hide the words; what a model writes after them may be markup too.")
            .mendedBy(
                    "Store plain text beside the original.",
                    "Turn it into plain text before the pilot reads it.",
                    Decider.ENGINEERS);

    private static final double A_COLUMN_OF_PAGES = 0.95;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null) {
            return null;
        }
        long pages = ProfiledPlace.count(texts.kinds(), "html");
        return pages > A_COLUMN_OF_PAGES * place.filled()
                ? null
                : place.rows(KIND, pages, "with HTML, where others are plain text.");
    }
}
