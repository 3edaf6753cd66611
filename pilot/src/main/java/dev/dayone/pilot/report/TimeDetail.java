package dev.dayone.pilot.report;

import java.util.List;

/**
 * Of dates and times, in UTC, by the day.
 *
 * @param days different days with rows; from the 65,536th on, further ones are not told apart
 * @param perDay rows by day ({@code 2026-01-31}), or by month ({@code 2026-01}) where it is more than 400 days
 * @param gaps the longest spans without a row between days with rows, where rows are otherwise usual; longest first
 * @param bursts days with at least ten times the rows of the median day, most first
 * @param future rows of days after the one on which the rows were read
 * @param defaults rows on days that stand for no value, such as {@code 1970-01-01}
 * @param hours rows by the hour of the day, 24 of them; empty for dates
 * @param midnights times at the very beginning of a day
 */
public record TimeDetail(
        long days,
        List<ValueCount> perDay,
        List<Gap> gaps,
        List<ValueCount> bursts,
        long future,
        List<ValueCount> defaults,
        List<Long> hours,
        long midnights) {
    public TimeDetail {
        perDay = List.copyOf(perDay);
        gaps = List.copyOf(gaps);
        bursts = List.copyOf(bursts);
        defaults = List.copyOf(defaults);
        hours = List.copyOf(hours);
    }

    /** Days without a row, both the first and the last of them. */
    public record Gap(String from, String to, long days) {}
}
