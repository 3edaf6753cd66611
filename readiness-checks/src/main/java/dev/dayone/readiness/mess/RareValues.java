package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few rows with other values than the few that nearly all rows have: another spelling, or outside of the list. */
final class RareValues implements ColumnDefect {
    private static final long ENOUGH_ROWS = 1000;
    private static final long A_PICKLIST = 40;
    private static final double AT_MOST = 0.05;
    private static final double DROP = 3;

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
                "rare-values",
                rare(profile.top(), place.filled()),
                "with values that hardly any other row has, in a column of few values.",
                "Rules and prompts written for the usual values do not know them.",
                "Ask which are wrong or spelled otherwise, and map them; let the rest be known to the pilot.");
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
