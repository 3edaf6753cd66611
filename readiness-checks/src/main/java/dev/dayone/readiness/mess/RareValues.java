package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few rows with other values than the few that nearly all rows have: another spelling, or outside of the list. */
final class RareValues implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "rare-values", "A few rows hold values beside the few that nearly all rows have.")
            .because(
                    "Another spelling, an older list, or values written past the form.",
                    "Rules and prompts written for the usual values do not know them.")
            .mendedBy(
                    "Ask which are wrong or spelled otherwise, and map them to the list.",
                    "Treat them as the case that nobody planned for: to a human.",
                    Decider.PROCESS_OWNER);

    private static final long ENOUGH_ROWS = 1000;
    private static final long A_PICKLIST = 40;
    private static final double AT_MOST = 0.05;
    private static final double DROP = 3;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        ColumnProfile profile = place.profile();
        ColumnType.Kind kind = place.column().type().kind();
        boolean list = (kind == ColumnType.Kind.STRING || kind == ColumnType.Kind.BIGINT)
                && place.column().visibility() == Visibility.SHOWN
                && profile.distinctExact()
                && profile.distinct() >= 3
                && profile.distinct() <= A_PICKLIST;
        if (!list || place.filled() < ENOUGH_ROWS) {
            return null;
        }
        return place.rows(
                KIND,
                rare(profile.top(), place.filled()),
                "with values that hardly any other row has, in a column of few values.");
    }

    /** Rows behind the first steep drop from one value's rows to the next one's, if they are few. */
    private static long rare(List<ValueCount> top, long filled) {
        long behind = filled;
        for (int i = 0; i + 1 < top.size(); i++) {
            behind -= top.get(i).count();
            boolean steep = top.get(i).count() >= DROP * top.get(i + 1).count();
            if (steep && behind <= AT_MOST * filled) {
                return behind;
            }
        }
        return 0;
    }
}
