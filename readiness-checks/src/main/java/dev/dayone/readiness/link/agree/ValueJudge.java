package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.link.clean.KeyCleaner;
import dev.dayone.readiness.link.clean.KeyLook;
import dev.dayone.readiness.link.clean.Ladder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Tells in how many matched rows two columns hold different values, if they mean the same: most values are equal, and more
 * of them than chance makes equal (J. Cohen's kappa, Educational and Psychological Measurement 20, 1960). Where rows match
 * several, or values are few, more is asked: things that belong together have much in common.
 */
final class ValueJudge {
    private static final int FEWEST = 20;
    private static final int GLANCE = 400;
    private static final double AT_A_GLANCE = 0.35;
    private static final int FEW_VALUES = 10;
    private static final String LEGAL_FORM = "legal form";

    private final ValuePairs pairs;
    private final List<KeyCleaner> cleaners;
    private final Map<String, Long> writing = new LinkedHashMap<>();
    private final Map<String, Integer> fromForms = new HashMap<>();
    private final Map<String, Integer> toForms = new HashMap<>();
    private long same;
    private long written;

    private ValueJudge(ValuePairs pairs, List<KeyCleaner> cleaners) {
        this.pairs = pairs;
        this.cleaners = cleaners;
    }

    /** {@code share}: the interval of so many pairs of so many; empty: nothing shows that they mean the same. */
    static Optional<Attribute> of(ValuePairs pairs, BiFunction<Long, Long, Interval> share) {
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        List<KeyCleaner> cleaners = cleaners(pairs);
        ValueJudge glance = new ValueJudge(pairs.some(GLANCE), cleaners).count();
        if (glance.agreed() < AT_A_GLANCE) {
            return Optional.empty();
        }
        ValueJudge judge = new ValueJudge(pairs, cleaners).count();
        return judge.meansTheSame() ? Optional.of(judge.attribute(share)) : Optional.empty();
    }

    private static List<KeyCleaner> cleaners(ValuePairs pairs) {
        Ladder ladder = Ladder.of(
                KeyLook.of(pairs.fromPlace().type(), pairs.from()),
                KeyLook.of(pairs.toPlace().type(), pairs.to()));
        return Stream.concat(ladder.strict().stream(), ladder.weak().stream().filter(cleaner -> cleaner.name()
                        .equals(LEGAL_FORM)))
                .toList();
    }

    private ValueJudge count() {
        for (int i = 0; i < pairs.size(); i++) {
            count(pairs.from().get(i), pairs.to().get(i));
        }
        return this;
    }

    private void count(String from, String to) {
        String one = from;
        String other = to;
        boolean equal = one.equals(other);
        same += equal ? 1 : 0;
        for (int i = 0; i < cleaners.size() && !equal; i++) {
            KeyCleaner cleaner = cleaners.get(i);
            one = cleaner.clean(one);
            other = cleaner.clean(other);
            equal = one.equals(other);
            if (equal) {
                written++;
                writing.merge(cleaner.name(), 1L, Long::sum);
            }
        }
        fromForms.merge(one.toLowerCase(Locale.ROOT), 1, Integer::sum);
        toForms.merge(other.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }

    private double agreed() {
        return (double) (same + written) / pairs.size();
    }

    private boolean meansTheSame() {
        boolean few = Math.min(fromForms.size(), toForms.size()) <= FEW_VALUES;
        double least = pairs.oneToOne() ? 0.5 : 0.9;
        double leastBeyondChance = !pairs.oneToOne() ? 0.8 : few ? 0.7 : 0.45;
        return agreed() >= least && beyondChance() >= leastBeyondChance;
    }

    private double beyondChance() {
        double all = pairs.size();
        double byChance = 0;
        for (Map.Entry<String, Integer> form : fromForms.entrySet()) {
            byChance += form.getValue() / all * toForms.getOrDefault(form.getKey(), 0) / all;
        }
        return byChance >= 1 ? 0 : (agreed() - byChance) / (1 - byChance);
    }

    private Attribute attribute(BiFunction<Long, Long, Interval> share) {
        long all = pairs.size();
        long conflicting = all - same - written;
        List<ValueCount> ways = new ArrayList<>();
        writing.forEach((cleaner, rows) -> ways.add(new ValueCount(cleaner, rows)));
        ways.sort(Comparator.comparingLong(ValueCount::count).reversed());
        return new Attribute(
                pairs.fromPlace().ref(),
                pairs.toPlace().ref(),
                all,
                same,
                written,
                conflicting,
                share.apply(conflicting, all),
                ways);
    }
}
