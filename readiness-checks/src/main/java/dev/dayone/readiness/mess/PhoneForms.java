package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TextDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in other forms than most. */
final class PhoneForms implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "several-phone-forms", "Telephone numbers are written in several forms.")
            .because(
                    "A text field without a form to keep to.",
                    "The same number is not equal to itself across systems, and cannot be dialled by rule.")
            .mendedBy(
                    "Keep numbers as +491234567 (E.164).",
                    "Bring them into that form before comparing.",
                    Decider.SYSTEM_OWNER);

    private static final Pattern NAMES =
            Pattern.compile("(.*_)?(tele)?(phone|fax|mobile|cell)(_?(no|nr|number))?", Pattern.CASE_INSENSITIVE);
    private static final double MOSTLY = 0.5;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        TextDetail texts = place.texts();
        List<ValueCount> shapes = place.profile().shapes();
        boolean phone = "phone".equals(place.profile().inferredType())
                || NAMES.matcher(place.column().name()).matches();
        if (texts == null
                || !phone
                || shapes.isEmpty()
                || !shapes.get(0).value().contains("9")
                || shapes.get(0).count() < MOSTLY * place.filled()) {
            return null;
        }
        return place.rows(
                KIND,
                place.filled() - shapes.get(0).count() - ProfiledPlace.sum(texts.placeholders()),
                "with a telephone number in another form than " + shapes.get(0).value() + ".");
    }
}
