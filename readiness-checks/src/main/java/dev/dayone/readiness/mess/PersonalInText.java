package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.privacy.PersonalText;
import java.util.stream.Stream;

/** Account and card numbers inside of free text; numbers whose check digits do not hold are none. */
final class PersonalInText implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "account-numbers-in-text", "Free texts hold account or card numbers whose check digits hold.")
            .because(
                    "People who write into a text what no field asks for.",
                    "A model sees them, and may repeat them to somebody else.")
            .mendedBy(
                    "Offer a field for them, and take them out of the texts.",
                    "Take them out before a text leaves the company.",
                    Decider.DATA_PROTECTION);

    private static final CountingWatch.Told TOLD =
            new CountingWatch.Told(1, 0.9, "with an account or card number in the text.");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place
                .columns(column -> RowPlace.isText(column) && column.column().visibility() == Visibility.FREE_TEXT)
                .stream()
                .map(column -> new CountingWatch(KIND, place, column, PersonalText::holdsAccount, TOLD));
    }
}
