package dev.dayone.readiness.wording;

import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Lag;
import dev.dayone.pilot.report.Agreement.Shift;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What matched rows of a link say about each other, in sentences without a value of theirs. */
public final class AgreementWords {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long TWO = 2;

    private AgreementWords() {}

    /** How two time columns differ. */
    public static String clock(Clock clock) {
        String of =
                "In " + Numbers.count(clock.concerned()) + " of " + Numbers.count(clock.pairs(), "matched row") + " ";
        Lag lag = clock.lag();
        return switch (clock.relation()) {
            case SAME -> clock.from() + " and " + clock.to() + " tell of the same moment.";
            case CLOCK_SHIFT, DAY_SHIFT ->
                of + clock.from() + " is " + shifts(clock.shifts()) + " than " + clock.to() + ".";
            case TIME_LOST ->
                of + clock.from() + " and " + clock.to() + " are of the same day, and one has no time of it.";
            case LAG -> lag == null ? of + clock.from() + " and " + clock.to() + " differ." : lag(clock, lag);
        };
    }

    private static String lag(Clock clock, Lag lag) {
        String later = (lag.fromFollows() ? clock.from() : clock.to()).toString();
        String earlier = (lag.fromFollows() ? clock.to() : clock.from()).toString();
        return later + " follows " + earlier + " in matched rows: half within " + duration(lag.medianSeconds())
                + ", 95% within " + duration(lag.within95()) + ".";
    }

    private static String shifts(List<Shift> shifts) {
        boolean oneWay = shifts.stream().allMatch(shift -> shift.seconds() > 0)
                || shifts.stream().allMatch(shift -> shift.seconds() < 0);
        List<Shift> ordered = shifts.stream()
                .sorted(Comparator.comparingLong(shift -> Math.abs(shift.seconds())))
                .toList();
        if (!oneWay) {
            return ordered.stream()
                    .map(shift -> duration((double) Math.abs(shift.seconds())) + way(shift))
                    .collect(Collectors.joining(" or "));
        }
        return ordered.stream()
                        .map(shift -> duration((double) Math.abs(shift.seconds())))
                        .collect(Collectors.joining(" or "))
                + way(ordered.get(0));
    }

    private static String way(Shift shift) {
        return shift.seconds() > 0 ? " later" : " earlier";
    }

    /** A span of time as people say it. */
    static String duration(double seconds) {
        if (seconds >= TWO * DAY || seconds == DAY) {
            return amount(seconds / DAY, "day");
        }
        if (seconds >= TWO * HOUR || seconds == HOUR) {
            return seconds % HOUR == 0 || seconds % (HOUR / TWO) != 0
                    ? amount(seconds / HOUR, "hour")
                    : amount(Math.floor(seconds / HOUR), "hour") + " 30 minutes";
        }
        return seconds >= MINUTE ? amount(seconds / MINUTE, "minute") : amount(seconds, "second");
    }

    private static String amount(double number, String unit) {
        long rounded = Math.round(number);
        return Numbers.count(rounded, unit);
    }

    /** In how many matched rows two columns conflict. */
    public static String attribute(Attribute attribute) {
        return "In " + Numbers.count(attribute.conflicting()) + " of "
                + Numbers.count(attribute.pairs(), "matched row") + " " + attribute.from() + " and " + attribute.to()
                + " hold different values.";
    }

    /** What the other matched rows are like; the rows that differ in writing alone are no conflict. */
    public static String besides(Attribute attribute) {
        String written = attribute.written() == 0
                ? ""
                : ", and " + Numbers.count(attribute.written()) + " differ in writing alone ("
                        + attribute.writing().stream()
                                .map(way -> "'" + way.value() + "': " + Numbers.count(way.count()))
                                .collect(Collectors.joining(", "))
                        + ")";
        return Numbers.count(attribute.same()) + " are equal as they stand" + written + ".";
    }
}
