package dev.dayone.readiness.wording;

import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.LinkResult.Cleaner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why rows of a link find no match, in sentences: what their keys differ in from those of the other side. */
public final class LinkCauses {
    private static final int MOST = 3;

    private LinkCauses() {}

    /** The causes; null: there is no miss, or nothing that was tried explains one. */
    public static @Nullable String sentence(LinkResult link) {
        long misses = link.misses();
        List<Cleaner> causes = link.cleaners().stream()
                .filter(cleaner -> cleaner.alone() > 0 && cleaner.difference() != null)
                .sorted(Comparator.comparingLong(Cleaner::alone).reversed())
                .limit(MOST)
                .toList();
        long explained = best(link).map(Cleaner::matched).orElse(link.matched()) - link.matched();
        boolean told = link.cleaners().stream().anyMatch(cleaner -> cleaner.difference() != null);
        if (misses <= 0 || explained <= 0 || !told) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        causes.forEach(cause -> parts.add(share(cause.alone(), misses) + " differ only " + cause.difference()));
        long several = explained - causes.stream().mapToLong(Cleaner::alone).sum();
        if (several > 0) {
            parts.add(share(several, misses) + " differ in several of the ways tried");
        }
        String rest = explained == misses ? "" : "; the rest is not there in any form tried";
        return "Of " + Numbers.count(misses, "row") + " without a match, " + (link.toByKeys() ? "at least " : "")
                + String.join(", ", parts) + rest + ".";
    }

    /** The strict cleaner after which most is matched, and nothing is to be gained behind it; none gains: empty. */
    public static Optional<Cleaner> best(LinkResult link) {
        return link.cleaners().stream()
                .filter(cleaner -> !cleaner.weak() && cleaner.matched() > link.matched())
                .reduce((one, other) -> other.matched() > one.matched() ? other : one);
    }

    /** What cleaning would do beside good, or do for companies alone; empty: nothing. */
    public static List<String> warnings(LinkResult link) {
        List<String> warnings = new ArrayList<>();
        long cleaned = best(link).map(Cleaner::matched).orElse(link.matched());
        for (Cleaner cleaner : link.cleaners()) {
            if (cleaner.weak() && cleaner.matched() > cleaned) {
                warnings.add(Numbers.count(cleaner.matched() - cleaned, "row") + " more would find "
                        + "no more than their company by '" + cleaner.name()
                        + "': weaker than a match of records, and in no rate.");
            } else if (!cleaner.weak() && cleaner.collisions() > 0) {
                warnings.add("Cleaning by '" + cleaner.name() + "' makes "
                        + Numbers.count(cleaner.collisions(), "key") + " of the other side one with another"
                        + (cleaner.ambiguous() > 0
                                ? ", so " + Numbers.count(cleaner.ambiguous(), "row") + " would find more than one"
                                : "")
                        + ".");
            }
        }
        return warnings;
    }

    private static String share(long rows, long misses) {
        return rows == misses ? "all" : Numbers.percent((double) rows / misses);
    }
}
