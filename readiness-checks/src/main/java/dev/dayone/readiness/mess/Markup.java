package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import org.jspecify.annotations.Nullable;

/** HTML among plain texts. */
final class Markup implements ColumnDefect {
    private static final double A_COLUMN_OF_PAGES = 0.95;

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null) {
            return null;
        }
        long pages = ProfiledPlace.count(texts.kinds(), "html");
        return pages > A_COLUMN_OF_PAGES * place.filled()
                ? null
                : place.rows(
                        "markup-in-text",
                        pages,
                        "with HTML, where others are plain text.",
                        "Tags cost tokens and hide the words; what a model writes after them may be markup too.",
                        "Turn it into plain text before the pilot reads it.");
    }
}
