package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.pilot.report.ValueCount;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Days and times since the year in which they begin in earnest: days of long before may stand for no value. */
final class FirstYears implements Rule {
    private static final String BOUND = "min_value";
    private static final double LEAST = 0.95;
    private static final double STRAY = 0.005;
    private static final int LONG_AGO = 60;
    private static final int APART = 4;

    @Override
    public List<Candidate> candidates(TableView view) {
        List<Candidate> candidates = new ArrayList<>();
        int now = view.table().manifest().startedAt().atOffset(ZoneOffset.UTC).getYear();
        for (ColumnView column : view.columns()) {
            TimeDetail times = column.times();
            if (!column.isTime()
                    || !column.shown()
                    || times == null
                    || column.profile().distinct() < 2) {
                continue;
            }
            int year = year(times, column.present());
            if (year > now - LONG_AGO && year <= now) {
                Map<String, Object> kwargs = new LinkedHashMap<>();
                kwargs.put("column", column.name());
                kwargs.put(BOUND, year + "-01-01");
                candidates.add(Candidate.share(
                        "expect_column_values_to_be_between",
                        kwargs,
                        Severity.MINOR,
                        LEAST,
                        "values are of " + year + " or later"));
            }
        }
        return candidates;
    }

    /** Where some rows break it, and of the others the one that reaches back the farthest: order tells of the rest. */
    @Override
    public List<Held> choose(List<Held> held) {
        Held first = held.stream()
                .min(Comparator.comparing(
                        one -> String.valueOf(one.check().kwargs().get(BOUND))))
                .orElse(null);
        return held.stream()
                .filter(one -> one.equals(first) || one.kept() < one.values())
                .toList();
    }

    /** The first year of those with rows that a few years at most lie between, back from where the bulk is; 0: none. */
    private static int year(TimeDetail times, long present) {
        Set<String> none = times.defaults().stream().map(ValueCount::value).collect(Collectors.toSet());
        TreeMap<Integer, Long> years = new TreeMap<>();
        times.perDay().stream()
                .filter(day -> day.value().matches("\\d{4}-\\d{2}.*") && !none.contains(day.value()))
                .forEach(day -> years.merge(Integer.valueOf(day.value().substring(0, 4)), day.count(), Long::sum));
        long before = 0;
        Integer year = null;
        for (Map.Entry<Integer, Long> one : years.entrySet()) {
            before += one.getValue();
            if (year == null && before > STRAY * present) {
                year = one.getKey();
            }
        }
        Integer earlier = year == null ? null : years.lowerKey(year);
        while (earlier != null && year != null && year - earlier <= APART) {
            year = earlier;
            earlier = years.lowerKey(year);
        }
        return year == null ? 0 : year;
    }
}
