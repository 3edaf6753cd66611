package dev.dayone.readiness.suggest;

import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long it takes from one day with rows to the next, at the longest, as far as counts by day tell. */
final class DaySteps {
    /** As profiles list gaps: longer than a week, and ten times the median step. */
    private static final long LISTED = 7;

    private static final long TIMES = 10;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private DaySteps() {}

    /** In days, from the first to the newest; more than it is where days are so many that they are counted by month. */
    static long longest(TimeDetail times, @Nullable String first, LocalDate newest) {
        List<LocalDate> days = times.perDay().stream()
                .map(ValueCount::value)
                .filter(day -> day.length() == DAY && !isDefault(times, day))
                .map(LocalDate::parse)
                .sorted()
                .toList();
        if (days.size() > 1) {
            long longest = 0;
            for (int i = 1; i < days.size(); i++) {
                longest = Math.max(longest, ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
            }
            return longest;
        }
        return byMonth(times, first, newest);
    }

    private static boolean isDefault(TimeDetail times, String day) {
        return times.defaults().stream().map(ValueCount::value).anyMatch(none -> none.startsWith(day));
    }

    private static long byMonth(TimeDetail times, @Nullable String first, LocalDate newest) {
        List<LocalDate> months = times.perDay().stream()
                .map(ValueCount::value)
                .filter(month -> month.length() == MONTH && !isDefault(times, month))
                .map(month -> LocalDate.parse(month + "-01"))
                .sorted()
                .toList();
        if (months.isEmpty()) {
            return Long.MAX_VALUE / TIMES;
        }
        long steps = times.days() - 1;
        LocalDate month = months.get(0);
        boolean known = first != null && first.matches("\\d{4}-\\d{2}-\\d{2}.*");
        LocalDate day = known && first != null ? LocalDate.parse(first.substring(0, DAY)) : month;
        long all = ChronoUnit.DAYS.between(day.isAfter(month) ? day : month, newest);
        long empty = Math.max(0, all - steps);
        // At least half the steps are as long as the median; where few days are empty, it is one day.
        long median = 2 * empty < steps ? 1 : Math.max(1, 2 * all / Math.max(1, steps));
        long unlisted = Math.max(LISTED, TIMES * median);
        return times.gaps().stream().mapToLong(gap -> gap.days() + 1).max().orElse(Math.min(empty + 1, unlisted));
    }
}
