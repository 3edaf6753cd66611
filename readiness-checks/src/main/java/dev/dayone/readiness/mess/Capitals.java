package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Names of several words in capitals, among others that are not. */
final class Capitals implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "names-in-capitals", "Some names of a column are in capitals, where most are not.")
            .because(
                    "Records from an older system or a purchased list.",
                    "The same name is written in two ways, and does not match itself across systems.")
            .mendedBy("Write them as the others are.", "Compare names without regard to case.", Decider.SYSTEM_OWNER);

    private static final long MANY_NAMES = 100;
    private static final double MORE_THAN_ACRONYMS = 0.03;
    private static final double MOSTLY = 0.7;
    private static final double WORDS = 10;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        var length = place.profile().length();
        boolean names = texts != null
                && length != null
                && length.mean() >= WORDS
                && place.column().visibility() != Visibility.FREE_TEXT
                && "text".equals(place.profile().inferredType())
                && place.profile().distinct() >= MANY_NAMES;
        if (texts == null || !names) {
            return null;
        }
        long upper = ProfiledPlace.count(texts.cases(), "upper");
        long written = ProfiledPlace.count(texts.cases(), "mixed") + ProfiledPlace.count(texts.cases(), "capitalised");
        return upper < MORE_THAN_ACRONYMS * place.filled() || written < MOSTLY * place.filled()
                ? null
                : place.rows(KIND, upper, "in capitals, where most are not.");
    }
}
