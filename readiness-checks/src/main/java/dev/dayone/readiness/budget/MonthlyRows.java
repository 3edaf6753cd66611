package dev.dayone.readiness.budget;

import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of a time column by month, full months alone: the month that was still running when the rows were read is left
 * out, and so is the first one, which may have begun before the data does.
 *
 * @param months one after the other, without gaps, oldest first
 * @param rows of each
 */
record MonthlyRows(List<YearMonth> months, List<Long> rows) {
    /** A default date far away may not fill the list with empty months. */
    private static final int MOST = 36;

    static MonthlyRows of(TimeDetail times, Instant readAt) {
        YearMonth running = YearMonth.from(readAt.atZone(ZoneOffset.UTC));
        Map<YearMonth, Long> byMonth = new TreeMap<>();
        for (ValueCount count : times.perDay()) {
            try {
                String place = count.value();
                YearMonth month = place.length() == 7 ? YearMonth.parse(place) : YearMonth.from(LocalDate.parse(place));
                if (month.isBefore(running)) {
                    byMonth.merge(month, count.count(), Long::sum);
                }
            } catch (DateTimeException e) {
                // A year beyond four digits is no month that anything is planned by.
            }
        }
        List<YearMonth> months = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        if (!byMonth.isEmpty()) {
            YearMonth first = byMonth.keySet().iterator().next();
            YearMonth from = running.minusMonths(MOST).isAfter(first) ? running.minusMonths(MOST) : first.plusMonths(1);
            for (YearMonth month = from; month.isBefore(running); month = month.plusMonths(1)) {
                months.add(month);
                rows.add(byMonth.getOrDefault(month, 0L));
            }
        }
        return new MonthlyRows(months, rows);
    }

    /** The last so many of them, or fewer. */
    MonthlyRows last(int count) {
        int from = Math.max(0, months.size() - count);
        return new MonthlyRows(months.subList(from, months.size()), rows.subList(from, rows.size()));
    }

    long sum() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }
}
