package dev.dayone.readiness.mess;

import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Set;
import java.util.stream.Stream;

/** Default dates in columns whose values are not shown, and so are not in their profile. */
final class MaskedDefaultDates implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "default-birth-dates", "Dates about people hold what a system puts in where none is known.")
            .because("A required field, or a conversion of zero.", "Ages computed from them are off by decades.")
            .mendedBy("Store NULL where no date is known.", "Treat these dates as missing.", Decider.SYSTEM_OWNER);

    private static final Set<String> DEFAULTS =
            Set.of("1970-01-01", "1900-01-01", "1899-12-30", "0001-01-01", "9999-12-31");
    /** So many people are born on one day of ten thousand that a few among thousands are no mess. */
    private static final CountingWatch.Told TOLD = new CountingWatch.Told(
            5, 0.5, "with a date that a system puts in where none is known, far more than were born that day.");

    private static final double MORE_THAN_CHANCE = 0.001;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place.columns(column -> RowPlace.isTime(column) && !RowPlace.isShown(column)).stream()
                .map(column -> new CountingWatch(
                        KIND,
                        place,
                        column,
                        text -> text.length() >= 10 && DEFAULTS.contains(text.substring(0, 10)),
                        new CountingWatch.Told(
                                Math.max(TOLD.least(), (long)
                                        (MORE_THAN_CHANCE * place.column(column).filled())),
                                TOLD.most(),
                                TOLD.what())));
    }
}
