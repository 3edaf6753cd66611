package dev.dayone.readiness.suggest;

import dev.dayone.pilot.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Times that do not lie before the one that comes first in nearly every row, such as closed and created. */
final class TimeOrder implements Rule {
    private static final double LEAST = 0.95;
    private static final int MOST = 8;

    @Override
    public List<Candidate> candidates(TableView view) {
        List<ColumnView> times = view.columns().stream()
                .filter(column -> column.isTime() && column.shown())
                .filter(column -> column.present() >= view.fewest())
                .limit(MOST)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnView first : times) {
            for (ColumnView second : times) {
                if (!first.name().equals(second.name())) {
                    Map<String, Object> kwargs = new LinkedHashMap<>();
                    kwargs.put("column_A", first.name());
                    kwargs.put("column_B", second.name());
                    candidates.add(Candidate.share(
                            "expect_column_pair_times_a_to_not_be_before_b",
                            kwargs,
                            Severity.MAJOR,
                            LEAST,
                            "rows with both have them in this order"));
                }
            }
        }
        return candidates;
    }

    @Override
    public List<Held> choose(List<Held> held) {
        Set<List<Object>> pairs =
                held.stream().map(one -> pair(one, "column_A", "column_B")).collect(Collectors.toSet());
        // What holds both ways is one time twice.
        List<Held> oneWay = held.stream()
                .filter(one -> !pairs.contains(pair(one, "column_B", "column_A")))
                .toList();
        Map<Object, Integer> followers = new HashMap<>();
        oneWay.forEach(one -> followers.merge(column(one, "column_B"), 1, Integer::sum));
        Object first = followers.entrySet().stream()
                .max(Map.Entry.<Object, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
        return oneWay.stream()
                .filter(one -> column(one, "column_B").equals(first))
                .toList();
    }

    private static List<Object> pair(Held held, String one, String other) {
        return List.of(column(held, one), column(held, other));
    }

    private static Object column(Held held, String argument) {
        return String.valueOf(held.check().kwargs().get(argument));
    }
}
