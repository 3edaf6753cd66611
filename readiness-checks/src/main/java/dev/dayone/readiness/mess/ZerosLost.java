package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of one width, filled up with zeros, among which some have lost theirs. */
final class ZerosLost implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "leading-zeros-lost", "Some numbers that are kept as text have lost the zeros in front.")
            .because(
                    "A spreadsheet or an import that took them for numbers.",
                    "4711 and 0004711 are one record and do not join.")
            .mendedBy(
                    "Keep such numbers as text, and fill up what was lost.",
                    "Fill them up before comparing.",
                    Decider.SYSTEM_OWNER);

    private static final double NEARLY_ALL = 0.95;
    private static final Pattern DIGITS = Pattern.compile("9+\\+?");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        ColumnProfile profile = place.profile();
        String min = profile.min();
        ColumnProfile.Length length = profile.length();
        boolean padded = place.column().visibility() == Visibility.SHOWN
                && "integer".equals(profile.inferredType())
                && min != null
                && min.startsWith("0")
                && length != null
                && min.length() == length.max()
                && length.min() < length.max();
        if (!padded || profile.shapes().isEmpty()) {
            return null;
        }
        ValueCount usual = profile.shapes().get(0);
        long shorter = profile.shapes().stream()
                .filter(shape -> DIGITS.matcher(shape.value()).matches())
                .filter(shape -> shape.value().length() < usual.value().length())
                .mapToLong(ValueCount::count)
                .sum();
        return usual.count() + shorter < NEARLY_ALL * place.filled()
                ? null
                : place.rows(
                        KIND, shorter, "with fewer digits than the others, which are filled up with zeros in front.");
    }
}
