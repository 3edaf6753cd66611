package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Lag;
import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.pilot.report.Agreement.Shift;
import dev.dayone.pilot.report.Interval;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two time columns mean the same moment, and by what they differ. That most pairs are apart by the very same
 * hours, to the second, is no chance where times are many; of columns with unlike names, more is asked.
 */
final class ClockJudge {
    private static final int FEWEST = 20;
    private static final int DIFFERENT = 10;
    private static final int GLANCE = 400;
    private static final double AT_A_GLANCE = 0.6;
    private static final double HALF = 0.5;
    private static final double MOST = 0.8;
    private static final long QUARTER = 900;
    private static final long TIGHT = 2_000;
    private static final long LOOSE = 300_000;
    private static final long DAY_SECONDS = 86_400;

    private final TimePairs pairs;
    private final BiFunction<Long, Long, Interval> share;

    private ClockJudge(TimePairs pairs, BiFunction<Long, Long, Interval> share) {
        this.pairs = pairs;
        this.share = share;
    }

    /** {@code share}: the interval of so many pairs of so many; empty: nothing shows that they mean the same moment. */
    static Optional<Clock> of(TimePairs pairs, BiFunction<Long, Long, Interval> share) {
        TimePairs.Kinship kinship = pairs.kinship();
        boolean alike = kinship.alike();
        if (!kinship.mayBeOne() || !pairs.tells(FEWEST, DIFFERENT)) {
            return Optional.empty();
        }
        ClockJudge judge = new ClockJudge(pairs, share);
        if (pairs.fromDays() || pairs.toDays()) {
            return alike ? DayJudge.of(pairs).map(judge::clock) : Optional.empty();
        }
        if (!alike
                && Offsets.of(pairs.some(GLANCE), QUARTER, TIGHT)
                        .most(AT_A_GLANCE)
                        .isEmpty()) {
            return Optional.empty();
        }
        return alike ? judge.alike() : judge.exact(MOST);
    }

    private Optional<Clock> alike() {
        Optional<Clock> exact = exact(HALF);
        if (exact.isPresent() && exact.get().relation() != Relation.SAME) {
            return exact;
        }
        List<Shift> loose = Offsets.of(pairs, Offsets.HOUR, LOOSE).most(MOST);
        if (exact.isEmpty() && !loose.isEmpty() && loose.get(0).seconds() != 0) {
            return Optional.of(shifted(loose));
        }
        boolean copy = !pairs.kinship().oneSource() && pairs.kinship().oneToOne();
        Lag lag = copy ? Follower.lag(pairs) : null;
        return lag == null
                ? exact
                : Optional.of(clock(new Told(Relation.LAG, apart(), List.of(), null)))
                        .map(clock -> with(clock, lag));
    }

    private long apart() {
        return IntStream.range(0, pairs.size())
                .filter(i -> Math.abs(pairs.apart(i)) > TIGHT)
                .count();
    }

    private Optional<Clock> exact(double least) {
        Offsets offsets = Offsets.of(pairs, QUARTER, TIGHT);
        List<Shift> most = offsets.most(least);
        if (most.isEmpty()) {
            return Optional.empty();
        }
        List<Shift> shifts = most.get(0).seconds() == 0 ? offsets.others() : most;
        boolean planned = Names.isPlanned(pairs.fromPlace().column().name())
                || Names.isPlanned(pairs.toPlace().column().name());
        boolean day = shifts.stream().anyMatch(shift -> Math.abs(shift.seconds()) == DAY_SECONDS);
        if (!pairs.kinship().alike() && !shifts.isEmpty() && (planned || day)) {
            return Optional.empty();
        }
        return Optional.of(shifts.isEmpty() ? clock(new Told(Relation.SAME, 0, List.of(), null)) : shifted(shifts));
    }

    private Clock shifted(List<Shift> found) {
        List<Shift> shifts =
                found.stream().filter(shift -> shift.seconds() != 0).toList();
        boolean day = shifts.stream().allMatch(shift -> Math.abs(shift.seconds()) == DAY_SECONDS);
        return clock(new Told(
                day ? Relation.DAY_SHIFT : Relation.CLOCK_SHIFT,
                Offsets.sum(shifts),
                shifts,
                day ? null : cause(found, shifts)));
    }

    private @Nullable String cause(List<Shift> found, List<Shift> shifts) {
        boolean seasons = found.size() > 1 || Offsets.sum(shifts) < MOST * pairs.size();
        Optional<String> place = seasons ? place(shifts) : Optional.empty();
        if (place.isPresent()) {
            return place.get();
        }
        List<String> without = List.of(pairs.fromPlace(), pairs.toPlace()).stream()
                .filter(side -> isWithoutZone(side.column().sourceType()))
                .map(side -> side.ref() + " (" + side.column().sourceType() + ")")
                .toList();
        return without.isEmpty()
                ? null
                : String.join(" and ", without) + (without.size() == 1 ? " keeps" : " keep")
                        + " no time zone: it may be a local clock's time.";
    }

    private Optional<String> place(List<Shift> shifts) {
        long least = shifts.stream().mapToLong(Shift::seconds).min().orElse(0) - Offsets.HOUR;
        long most = shifts.stream().mapToLong(Shift::seconds).max().orElse(0) + Offsets.HOUR;
        TimePairs regular = pairs.at(IntStream.range(0, pairs.size())
                .filter(i -> pairs.apart(i) >= 1000 * least - LOOSE && pairs.apart(i) <= 1000 * most + LOOSE)
                .toArray());
        Optional<ZoneId> ofFrom = LocalClock.of(regular.from(), regular.to());
        Optional<ZoneId> zone = ofFrom.isPresent() ? ofFrom : LocalClock.of(regular.to(), regular.from());
        return zone.map(id -> (ofFrom.isPresent() ? pairs.fromPlace() : pairs.toPlace()).ref()
                + " runs like the clocks of " + id + " beside the other side, summer time and all.");
    }

    private static boolean isWithoutZone(String type) {
        String small = type.toLowerCase(Locale.ROOT);
        return (small.startsWith("datetime") && !small.startsWith("datetimeoffset"))
                || small.equals("timestamp without time zone")
                || small.startsWith("smalldatetime");
    }

    private Clock clock(Told told) {
        return new Clock(
                pairs.fromPlace().ref(),
                pairs.toPlace().ref(),
                told.relation(),
                pairs.size(),
                told.concerned(),
                share.apply(told.concerned(), (long) pairs.size()),
                told.shifts(),
                null,
                told.cause());
    }

    private static Clock with(Clock clock, Lag lag) {
        return new Clock(
                clock.from(),
                clock.to(),
                clock.relation(),
                clock.pairs(),
                clock.concerned(),
                clock.interval(),
                clock.shifts(),
                lag,
                clock.cause());
    }

    /** What two columns' times told. */
    record Told(
            Relation relation,
            long concerned,
            List<Shift> shifts,
            @Nullable String cause) {}
}
