package dev.dayone.readiness.link;

import dev.dayone.readiness.link.clean.KeyCleaner;
import dev.dayone.readiness.link.clean.KeyLook;
import dev.dayone.readiness.link.clean.Ladder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What cleaning gains where all keys are at hand: those of one side without a match, and those of the other. */
final class FewRungs {
    private final List<Long> rows;
    private List<String> orphans;
    private List<String> others;

    private FewRungs(Map<String, Long> orphans, Collection<String> others) {
        this.orphans = List.copyOf(orphans.keySet());
        this.rows = this.orphans.stream().map(orphans::get).toList();
        this.others = List.copyOf(others);
    }

    /** {@code orphans}: in how many rows each stands. */
    static List<LinkCounts.Rung> count(LinkSides sides, Map<String, Long> orphans, Collection<String> others) {
        if (orphans.isEmpty() || others.isEmpty()) {
            return List.of();
        }
        Ladder ladder = Ladder.of(KeyLook.of(sides.fromType(), orphans.keySet()), KeyLook.of(sides.toType(), others));
        FewRungs raw = new FewRungs(orphans, others);
        FewRungs cleaned = new FewRungs(orphans, others);
        List<LinkCounts.Rung> rungs = new ArrayList<>();
        long different = others.size();
        for (KeyCleaner cleaner : ladder.strict()) {
            cleaned.clean(cleaner::clean);
            Gain gain = cleaned.gain();
            Gain alone = raw.cleaned(cleaner::clean).gain();
            rungs.add(new LinkCounts.Rung(
                    cleaner, gain.rows(), alone.rows(), gain.ambiguous(), different - gain.different()));
            different = gain.different();
        }
        for (KeyCleaner cleaner : ladder.weak()) {
            Gain gain = cleaned.cleaned(cleaner::clean).gain();
            rungs.add(new LinkCounts.Rung(cleaner, gain.rows(), 0, gain.ambiguous(), different - gain.different()));
        }
        return rungs;
    }

    private FewRungs(List<Long> rows, List<String> orphans, List<String> others) {
        this.rows = rows;
        this.orphans = orphans;
        this.others = others;
    }

    private FewRungs cleaned(UnaryOperator<String> cleaner) {
        return new FewRungs(
                rows,
                orphans.stream().map(cleaner).toList(),
                others.stream().map(cleaner).toList());
    }

    private void clean(UnaryOperator<String> cleaner) {
        FewRungs cleaned = cleaned(cleaner);
        orphans = cleaned.orphans;
        others = cleaned.others;
    }

    /** What is found of the orphans. */
    private record Gain(long rows, long ambiguous, long different) {}

    private Gain gain() {
        Map<String, Integer> there = new HashMap<>();
        others.forEach(key -> there.merge(key, 1, Integer::sum));
        long found = 0;
        long ambiguous = 0;
        for (int i = 0; i < rows.size(); i++) {
            int keys = there.getOrDefault(orphans.get(i), 0);
            found += keys > 0 ? rows.get(i) : 0;
            ambiguous += keys > 1 ? rows.get(i) : 0;
        }
        return new Gain(found, ambiguous, there.size());
    }
}
