package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import org.jspecify.annotations.Nullable;

/** Dates kept as text in several forms. */
final class DateForms implements ColumnDefect {
    private static final double MOSTLY = 0.5;
    private static final double MORE_THAN_CHANCE = 0.005;

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
        return place.rows(
                "several-date-forms",
                others,
                "with a date in another form than " + usual.value() + ".",
                "03/04 is read as March here and as April there; sorting goes by letters.",
                "Keep dates in a column of dates; until then, read each form by its own rule and set the rest aside.");
    }
}
