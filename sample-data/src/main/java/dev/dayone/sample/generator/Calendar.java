package dev.dayone.sample.generator;

import java.time.LocalDate;

/** When things happened: two years of growth that end the day before the reference date. */
final class Calendar {
    static final int DAYS = 730;
    static final long DAY = 86_400;
    private static final double GROWTH = 1.6;

    private final long firstDay;

    Calendar(LocalDate reference) {
        firstDay = reference.toEpochDay() - DAYS;
    }

    /** The day, from 0 to 729, on which the index-th of count rows came to be: ever more a day. */
    int day(long index, long count) {
        return (int) Math.min(DAYS - 1, DAYS * Math.pow((index + 0.5) / count, 1 / GROWTH));
    }

    /** A moment of such a day, in seconds since 1970, mostly in working hours. */
    long moment(int day, Draw draw) {
        int minute = draw.chance(0.85) ? 7 * 60 + draw.below(11 * 60) : draw.below(24 * 60);
        return start(day) + minute * 60L + draw.below(60);
    }

    /** The first second of a day. */
    long start(int day) {
        return (firstDay + day) * DAY;
    }

    /** The first second after the two years. */
    long end() {
        return start(DAYS);
    }
}
