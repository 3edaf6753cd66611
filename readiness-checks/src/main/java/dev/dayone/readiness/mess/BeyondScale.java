package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scale, such as 0 to 100 or 1 to 5, that nearly all numbers fill and a few leave. Where its numbers are few enough to be
 * counted one by one, {@link RareValues} says more.
 */
final class BeyondScale implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "beyond-scale", "A few numbers lie outside of a scale, such as 0 to 100, that all others fill.")
            .because(
                    "Fields without bounds, or another meaning of the number.",
                    "Averages are off, and a rule written for the scale breaks on the few.")
            .mendedBy("Ask what they mean, and bound the field.", "Leave them out.", Decider.SYSTEM_OWNER);

    private static final long ENOUGH_ROWS = 1000;
    private static final List<double[]> SCALES =
            List.of(new double[] {0, 100}, new double[] {0, 10}, new double[] {1, 10}, new double[] {1, 5});

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        ColumnProfile profile = place.profile();
        List<Double> quantiles = profile.quantiles();
        String min = profile.min();
        String max = profile.max();
        boolean shown = place.column().visibility() == Visibility.SHOWN;
        if (!shown || quantiles == null || min == null || max == null || place.filled() < ENOUGH_ROWS) {
            return null;
        }
        double low = quantiles.get(0);
        double high = quantiles.get(quantiles.size() - 1);
        boolean scale = SCALES.stream().anyMatch(ends -> ends[0] == low && ends[1] == high);
        boolean said = new RareValues().find(place) != null;
        if (!scale || said || (Double.parseDouble(min) >= low && Double.parseDouble(max) <= high)) {
            return null;
        }
        String reach = "Nearly all numbers lie from " + Numbers.number(low) + " to " + Numbers.number(high)
                + ", and end there; others reach from " + min + " to " + max + ".";
        return KIND.at(
                        Severity.MINOR,
                        place.table().column(place.column().name()).toString(),
                        reach)
                .done();
    }
}
