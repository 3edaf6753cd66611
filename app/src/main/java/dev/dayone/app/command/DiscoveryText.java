package dev.dayone.app.command;

import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.yaml.LinkLine;
import dev.dayone.readiness.UndeclaredLinks;
import dev.dayone.readiness.wording.Numbers;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Discovered links as people and tools read them. */
record DiscoveryText(String snapshot, UndeclaredLinks.Found found) {
    private static final double MILLIS = 1000;

    /** What to put under {@code flow:}. */
    String yaml() {
        if (found.links().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("flow:\n  links:\n");
        for (DiscoveredLink one : found.links()) {
            text.append("    # ").append(one.evidence()).append('\n');
            String measured = measured(one.measured());
            if (!measured.isEmpty()) {
                text.append("    # ").append(measured).append('\n');
            }
            text.append("    - ").append(LinkLine.of(one.link())).append('\n');
        }
        return text.toString();
    }

    private static String measured(@Nullable LinkResult result) {
        if (result == null || result.matchRate() == null) {
            return "";
        }
        String rate =
                Numbers.percent(result.matchRate()) + " of " + Numbers.count(result.rows() - result.nullKeys(), "row")
                        + " with a key are found"
                        + (result.toWhole() ? "" : " in the part of the other side that was read: not proved yet");
        return result.cleaners().stream()
                .filter(cleaner -> !cleaner.weak() && cleaner.alone() > 0)
                .max(Comparator.comparingLong(LinkResult.Cleaner::alone))
                .map(cleaner -> rate + "; " + Numbers.count(cleaner.alone(), "more row") + " by cleaning '"
                        + cleaner.name() + "'.")
                .orElse(rate + ".");
    }

    /** One object. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", snapshot);
        json.put("tables", found.tables());
        json.put("columns", found.columns());
        json.put("searchedSeconds", found.searched().toMillis() / MILLIS);
        json.put("links", found.links());
        return json;
    }

    /** What came of it, for whoever waits. */
    List<String> summary() {
        long unproved = found.links().stream().filter(link -> !link.proved()).count();
        String searched = "Compared " + Numbers.count(found.columns(), "column") + " of "
                + Numbers.count(found.tables(), "table") + ": "
                + Numbers.count(found.links().size(), "link") + " that the pilot does not name";
        return unproved == 0
                ? List.of(searched)
                : List.of(
                        searched,
                        Numbers.count(unproved)
                                + " of them to tables that were read in part: --ask reads the rows that they ask"
                                + " for, and proves or refutes them");
    }
}
