package dev.dayone.pilot.suite;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Pilot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of the suites of other tools was carried, file by file, in sentences. */
public final class SuiteLosses {
    private static final int NAMED = 3;

    private final Map<String, Set<String>> rules = new LinkedHashMap<>();
    private final Map<String, Set<String>> lost = new LinkedHashMap<>();

    private SuiteLosses() {}

    /** A line for each file of another tool's rules; none for suites of Great Expectations, which are read as they are. */
    public static List<String> lines(Pilot pilot) {
        SuiteLosses losses = new SuiteLosses();
        pilot.checks().values().forEach(checks -> checks.forEach(losses::add));
        List<String> lines = new ArrayList<>();
        losses.rules.forEach(
                (file, all) -> lines.add(line(file, all.size(), losses.lost.getOrDefault(file, Set.of()))));
        return lines;
    }

    private void add(Expectation check) {
        if (check.meta().get(ForeignRule.META) instanceof Map<?, ?> place && place.get(ForeignRule.FILE) != null) {
            String file = String.valueOf(place.get(ForeignRule.FILE));
            rules.computeIfAbsent(file, name -> new LinkedHashSet<>())
                    .add(place.get(ForeignRule.LINE) + " " + place.get(ForeignRule.RULE));
            if (check.type().equals(UncarriedRule.TYPE)) {
                lost.computeIfAbsent(file, name -> new LinkedHashSet<>()).add(UncarriedRule.words(check.kwargs()));
            }
        }
    }

    private static String line(String file, int all, Set<String> lost) {
        String carried =
                file + ": " + (all - lost.size()) + " of " + all + (all == 1 ? " rule" : " rules") + " carried";
        if (lost.isEmpty()) {
            return carried;
        }
        String named = String.join("; ", lost.stream().limit(NAMED).toList());
        return carried + "; not carried: " + named
                + (lost.size() > NAMED ? "; and " + (lost.size() - NAMED) + " more, in the report" : "");
    }
}
