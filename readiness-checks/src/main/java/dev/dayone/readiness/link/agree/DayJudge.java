package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.pilot.report.Agreement.Shift;
import dev.dayone.pilot.snapshot.ColumnType.Kind;
import dev.dayone.readiness.link.agree.ClockJudge.Told;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells by what two columns differ of which one at least has days without times. */
final class DayJudge {
    private static final double HALF = 0.5;
    private static final double MOST_OF_THE_REST = 0.8;
    private static final double NEARLY_ALL = 0.9;
    private static final int FEWEST = 5;
    private static final double NOT_CHANCE = 0.01;
    private static final int ZONES = 14;
    private static final int A_DAY = 24;
    private static final long HOUR = Moments.DAY / A_DAY;
    private static final long DAY_SECONDS = Moments.DAY / 1000;

    private final TimePairs pairs;
    private final int all;

    private DayJudge(TimePairs pairs) {
        this.pairs = pairs;
        this.all = pairs.size();
    }

    static Optional<Told> of(TimePairs pairs) {
        DayJudge judge = new DayJudge(pairs);
        return pairs.fromDays() && pairs.toDays() ? judge.days() : judge.dayBesideTime();
    }

    private Optional<Told> days() {
        long same = rows(0);
        long later = rows(1);
        long earlier = rows(-1);
        long shifted = Math.max(later, earlier);
        boolean partly = same >= HALF * all
                && shifted >= Math.max(FEWEST, NOT_CHANCE * all)
                && shifted >= MOST_OF_THE_REST * (all - same);
        if (partly || shifted >= HALF * all) {
            return Optional.of(shift(later > earlier ? 1 : -1, shifted, null));
        }
        return same >= HALF * all ? Optional.of(new Told(Relation.SAME, 0, List.of(), null)) : Optional.empty();
    }

    private long rows(long days) {
        return IntStream.range(0, all).filter(i -> days(i) == days).count();
    }

    private long days(int pair) {
        return day(pairs.from()[pair], 0) - day(pairs.to()[pair], 0);
    }

    private static long day(long time, int hours) {
        return Math.floorDiv(time + hours * HOUR, Moments.DAY);
    }

    private static Told shift(int days, long rows, @Nullable String cause) {
        return new Told(Relation.DAY_SHIFT, rows, List.of(new Shift(days * DAY_SECONDS, rows)), cause);
    }

    private Optional<Told> dayBesideTime() {
        long here = agreeing(0);
        int best = 0;
        long most = here;
        for (int hours = 1; hours <= ZONES; hours++) {
            for (int ahead : new int[] {hours, -hours}) {
                long agreeing = agreeing(ahead);
                if (agreeing > most) {
                    best = ahead;
                    most = agreeing;
                }
            }
        }
        for (int whole : new int[] {A_DAY, -A_DAY}) {
            if (most < NEARLY_ALL * all && agreeing(whole) >= NEARLY_ALL * all) {
                best = whole;
                most = agreeing(whole);
            }
        }
        if (most >= NEARLY_ALL * all && most - here >= Math.max(FEWEST, NOT_CHANCE * all)) {
            int ahead = best;
            long shifted = IntStream.range(0, all)
                    .filter(i -> agrees(i, ahead) && !agrees(i, 0))
                    .count();
            boolean later = (ahead > 0) == pairs.fromDays();
            return Optional.of(shift(later ? 1 : -1, shifted, Math.abs(ahead) == A_DAY ? null : cause(ahead)));
        }
        if (here < HALF * all) {
            return Optional.empty();
        }
        TimePairs.Place days = pairs.fromDays() ? pairs.fromPlace() : pairs.toPlace();
        boolean lost = days.kind() == Kind.TIMESTAMP;
        return Optional.of(new Told(lost ? Relation.TIME_LOST : Relation.SAME, lost ? here : 0, List.of(), null));
    }

    /** Pairs of which one has the day that the other's time is on, by a clock some hours ahead. */
    private long agreeing(int hours) {
        return IntStream.range(0, all).filter(i -> agrees(i, hours)).count();
    }

    private boolean agrees(int pair, int hours) {
        return pairs.fromDays()
                ? day(pairs.from()[pair], 0) == day(pairs.to()[pair], hours)
                : day(pairs.to()[pair], 0) == day(pairs.from()[pair], hours);
    }

    private String cause(int ahead) {
        TimePairs.Place days = pairs.fromDays() ? pairs.fromPlace() : pairs.toPlace();
        TimePairs.Place times = pairs.fromDays() ? pairs.toPlace() : pairs.fromPlace();
        return days.ref() + " has the days of a clock " + Numbers.count(Math.abs(ahead), "hour")
                + (ahead > 0 ? " ahead of " : " behind ") + times.ref() + ".";
    }
}
