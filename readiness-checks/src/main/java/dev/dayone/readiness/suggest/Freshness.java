package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.readiness.wording.Numbers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The newest row of a table to which rows come steadily: no older than twice the longest span between two. */
final class Freshness implements Rule {
    private static final int FEWEST_DAYS = 20;
    private static final int MOST_DAYS = 60;

    /** A column whose days run up to when the table was read; {@code step}: the longest from one day with rows to the next. */
    private record Clock(ColumnView column, long age, long step) {
        long days() {
            return Math.max(2, 2 * Math.max(age, step));
        }
    }

    @Override
    public List<Candidate> candidates(TableView view) {
        LocalDate read =
                view.table().manifest().startedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        String changed = view.table().manifest().info().timeColumn();
        return view.columns().stream()
                .map(column -> clock(column, read))
                .filter(Objects::nonNull)
                .filter(clock -> clock.days() <= MOST_DAYS)
                // What the source takes for the time of the last change, else the newest.
                .min(Comparator.comparing(
                                (Clock clock) -> !clock.column().name().equals(changed))
                        .thenComparing(Clock::age))
                .map(Freshness::candidate)
                .stream()
                .toList();
    }

    private static @Nullable Clock clock(ColumnView column, LocalDate read) {
        TimeDetail times = column.times();
        String newest = column.profile().max();
        if (!column.isTime() || times == null || newest == null || newest.length() < 10) {
            return null;
        }
        if (times.days() < FEWEST_DAYS || times.future() > 0 || !newest.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return null;
        }
        LocalDate day = LocalDate.parse(newest.substring(0, 10));
        long age = ChronoUnit.DAYS.between(day, read);
        return age < 0
                ? null
                : new Clock(
                        column, age, DaySteps.longest(times, column.profile().min(), day));
    }

    private static Candidate candidate(Clock clock) {
        Map<String, Object> kwargs = new LinkedHashMap<>();
        kwargs.put("column", clock.column().name());
        kwargs.put("max_age", clock.days() + "d");
        return Candidate.of(
                Candidate.Kind.TABLE,
                "expect_column_max_to_be_within_age",
                kwargs,
                Severity.MINOR,
                "the newest is " + Numbers.count(clock.age(), "day") + " old, from one day with rows to the next it is "
                        + Numbers.count(clock.step(), "day")
                        + " at most; twice the longer of both is allowed, two days at least");
    }
}
