package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the counts by day say: gaps, bursts, days in the future, days that stand for no value. */
final class DayProfile {
    private static final int MOST_DAYS_TOLD = 400;
    private static final int LISTED = 10;
    private static final int BURST = 10;
    private static final int BURST_ROWS = 100;
    private static final int LONG_GAP = 7;
    private static final List<LocalDate> DEFAULTS = List.of(
            LocalDate.of(1, 1, 1),
            LocalDate.of(1753, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1970, 1, 1),
            LocalDate.of(2999, 12, 31),
            LocalDate.of(9999, 12, 31));

    private final DayCounts counts;
    private final SortedMap<Integer, Long> byDay;
    private final boolean instants;

    DayProfile(DayCounts counts, ColumnType type) {
        this.counts = counts;
        this.byDay = counts.byDay();
        this.instants = type.kind() == ColumnType.Kind.TIMESTAMP;
    }

    TimeDetail detail(Instant now) {
        int today = (int) LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
        SortedMap<Integer, Long> usual = new TreeMap<>(byDay);
        DEFAULTS.forEach(day -> usual.remove((int) day.toEpochDay()));
        return new TimeDetail(
                byDay.size(),
                byDay.size() > MOST_DAYS_TOLD ? perMonth() : listed(byDay),
                gaps(usual),
                bursts(usual),
                byDay.tailMap(today + 1).values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                defaults(),
                instants ? Arrays.stream(counts.hours()).boxed().toList() : List.of(),
                counts.midnights());
    }

    private List<ValueCount> perMonth() {
        Map<String, Long> months = new TreeMap<>();
        SortedMap<Integer, Long> sorted = byDay;
        sorted.forEach((day, rows) -> {
            String text = text(day);
            months.merge(text.substring(0, text.length() - 3), rows, Long::sum);
        });
        List<ValueCount> all = new ArrayList<>();
        months.forEach((month, rows) -> all.add(new ValueCount(month, rows)));
        return all.subList(Math.max(0, all.size() - MOST_DAYS_TOLD), all.size());
    }

    private static List<ValueCount> listed(Map<Integer, Long> days) {
        List<ValueCount> listed = new ArrayList<>();
        days.forEach((day, rows) -> listed.add(new ValueCount(text(day), rows)));
        return listed;
    }

    /** Longer than a week, and ten times as long as it usually is from one day with rows to the next. */
    private static List<TimeDetail.Gap> gaps(SortedMap<Integer, Long> days) {
        List<TimeDetail.Gap> gaps = new ArrayList<>();
        if (days.size() < 2) {
            return gaps;
        }
        int[] sorted = days.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] steps = new int[sorted.length - 1];
        Arrays.setAll(steps, i -> sorted[i + 1] - sorted[i]);
        int[] ordered = steps.clone();
        Arrays.sort(ordered);
        int least = Math.max(LONG_GAP, BURST * ordered[ordered.length / 2]);
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] > least) {
                gaps.add(new TimeDetail.Gap(text(sorted[i] + 1), text(sorted[i + 1] - 1), steps[i] - 1));
            }
        }
        gaps.sort(Comparator.comparingLong(TimeDetail.Gap::days).reversed());
        return gaps.subList(0, Math.min(LISTED, gaps.size()));
    }

    private static List<ValueCount> bursts(SortedMap<Integer, Long> days) {
        long[] rows = days.values().stream().mapToLong(Long::longValue).sorted().toArray();
        long least = rows.length == 0 ? 0 : Math.max(BURST_ROWS, BURST * rows[rows.length / 2]);
        List<ValueCount> bursts = new ArrayList<>();
        days.forEach((day, count) -> {
            if (count >= least) {
                bursts.add(new ValueCount(text(day), count));
            }
        });
        bursts.sort(Comparator.comparingLong(ValueCount::count).reversed());
        return bursts.subList(0, Math.min(LISTED, bursts.size()));
    }

    private List<ValueCount> defaults() {
        List<ValueCount> found = new ArrayList<>();
        for (LocalDate day : DEFAULTS) {
            Long rows = byDay.get((int) day.toEpochDay());
            if (rows != null) {
                found.add(new ValueCount(day.toString(), rows));
            }
        }
        return found;
    }

    private static String text(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
