package dev.dayone.readiness.flow;

import dev.dayone.pilot.report.Funnel;
import dev.dayone.readiness.flow.Walked.Gain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which steps it gains the most to mend: of all sets of three, the one after which the most records come through. What lies
 * behind a key that was not found is not known, and taken for good.
 */
final class Gains {
    private static final int CHANGES = 3;
    /** Steps that few records meet are no candidates: all sets of the others are tried. */
    private static final int CANDIDATES = 16;

    private final Map<BitSet, Long> patterns;
    private final List<Funnel.Step> steps;

    /** {@code patterns}: how many records are turned away by which steps. */
    Gains(Map<BitSet, Long> patterns, List<Funnel.Step> steps) {
        this.patterns = patterns;
        this.steps = steps;
    }

    List<Gain> best() {
        List<Integer> candidates = IntStream.range(0, steps.size())
                .boxed()
                .filter(step -> steps.get(step).touched() > 0)
                .sorted(Comparator.comparingLong(
                                (Integer step) -> steps.get(step).touched())
                        .reversed())
                .limit(CANDIDATES)
                .toList();
        BitSet best = new BitSet();
        for (BitSet set : sets(candidates, 0, CHANGES)) {
            if (isBetter(set, best)) {
                best = set;
            }
        }
        return inOrder(best);
    }

    private static List<BitSet> sets(List<Integer> candidates, int from, int size) {
        List<BitSet> sets = new ArrayList<>();
        sets.add(new BitSet());
        for (int i = from; i < candidates.size() && size > 0; i++) {
            for (BitSet others : sets(candidates, i + 1, size - 1)) {
                others.set(candidates.get(i));
                sets.add(others);
            }
        }
        return sets;
    }

    private boolean isBetter(BitSet set, BitSet than) {
        long gained = handled(set) - handled(than);
        return gained > 0 || (gained == 0 && touched(set) > touched(than));
    }

    private long handled(BitSet mended) {
        long handled = 0;
        for (Map.Entry<BitSet, Long> pattern : patterns.entrySet()) {
            BitSet rest = (BitSet) pattern.getKey().clone();
            rest.andNot(mended);
            handled += rest.isEmpty() ? pattern.getValue() : 0;
        }
        return handled;
    }

    private long touched(BitSet mended) {
        return mended.stream().mapToLong(step -> steps.get(step).touched()).sum();
    }

    /** The one that gains the most by itself first, then the one that adds the most to it. */
    private List<Gain> inOrder(BitSet best) {
        List<Gain> gains = new ArrayList<>();
        BitSet mended = new BitSet();
        while (mended.cardinality() < best.cardinality()) {
            int next = best.stream()
                    .filter(step -> !mended.get(step))
                    .boxed()
                    .max(Comparator.comparingLong((Integer step) -> handled(with(mended, step)))
                            .thenComparingLong(step -> steps.get(step).touched()))
                    .orElseThrow();
            mended.set(next);
            gains.add(new Gain(next, handled(mended)));
        }
        return gains;
    }

    private static BitSet with(BitSet set, int step) {
        BitSet more = (BitSet) set.clone();
        more.set(step);
        return more;
    }
}
