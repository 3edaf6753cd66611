package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Dates kept as text in several forms. */
final class DateForms implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "several-date-forms", "Dates are kept as text in several forms.")
            .because(
                    "A text field where each import and each person writes dates in its own way.",
                    "03/04 is read as March here and as April there; sorting goes by letters.")
            .mendedBy(
                    "Keep dates in a column of dates.",
                    "Read each form by its own rule and set the rest aside.",
                    Decider.SYSTEM_OWNER);

    private static final double MOSTLY = 0.5;
    private static final double MORE_THAN_CHANCE = 0.005;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        if (texts == null || texts.formats().isEmpty()) {
            return null;
        }
        long dates = ProfiledPlace.sum(texts.formats());
        ValueCount usual = texts.formats().get(0);
        long others = dates - usual.count();
        if (dates < MOSTLY * place.filled() || others < MORE_THAN_CHANCE * place.filled()) {
            return null;
        }
        return place.rows(KIND, others, "with a date in another form than " + usual.value() + ".");
    }
}
