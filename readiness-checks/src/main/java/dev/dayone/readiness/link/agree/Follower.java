package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.report.Agreement.Lag;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether one side's times follow the other's, as a copy's do: nearly always later, and near beside those of any other row. */
final class Follower {
    private static final long SAME = 2_000;
    private static final double ONE_SIDED = 0.95;
    private static final double NEAR = 0.05;
    private static final double OFTEN = 0.05;
    private static final double MOSTLY = 0.5;
    private static final double WITHIN = 0.95;

    private Follower() {}

    /** How long it takes; null: neither side follows the other. */
    static @Nullable Lag lag(TimePairs pairs) {
        int all = pairs.size();
        long[] apart = IntStream.range(0, all).mapToLong(pairs::apart).toArray();
        long later = Arrays.stream(apart).filter(millis -> millis > SAME).count();
        long earlier = Arrays.stream(apart).filter(millis -> millis < -SAME).count();
        boolean oneSided = Math.max(later, earlier) >= ONE_SIDED * (later + earlier);
        if (!oneSided || later + earlier < often(pairs) * all || !isNear(pairs)) {
            return null;
        }
        long direction = later > earlier ? 1 : -1;
        long[] lags = Arrays.stream(apart)
                .map(millis -> Math.max(0, direction * millis))
                .sorted()
                .toArray();
        return new Lag(later > earlier, at(lags, 0.5) / 1000.0, at(lags, WITHIN) / 1000.0);
    }

    /** A copy that is behind in its rows' last change differs where it is behind; one that keeps its own times, mostly. */
    private static double often(TimePairs pairs) {
        ColumnRef column = pairs.fromPlace().ref();
        return Names.moment(column.table(), column.column()).equals(Names.CHANGED) ? OFTEN : MOSTLY;
    }

    private static boolean isNear(TimePairs pairs) {
        int all = pairs.size();
        long[] matched = IntStream.range(0, all)
                .mapToLong(i -> Math.abs(pairs.apart(i)))
                .sorted()
                .toArray();
        long[] others = IntStream.range(0, all)
                .mapToLong(i -> Math.abs(pairs.from()[i] - pairs.to()[(i + all / 2) % all]))
                .sorted()
                .toArray();
        return at(matched, WITHIN) <= at(others, 0.5) && at(matched, 0.5) <= NEAR * at(others, 0.5);
    }

    private static long at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }
}
