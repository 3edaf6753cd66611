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
    private static final String TRIM = "trim";
    private static final String LEGAL_FORM = "legal form";

    private final ValuePairs pairs;
    private final Ways ways;
    private final Map<String, Long> writing = new LinkedHashMap<>();
    private final Map<String, Integer> fromForms = new HashMap<>();
    private final Map<String, Integer> toForms = new HashMap<>();
    private long same;
    private long written;

    private ValueJudge(ValuePairs pairs, Ways ways) {
        this.pairs = pairs;
        this.ways = ways;
    }

    /** In what values may differ that mean the same. */
    private record Ways(List<KeyCleaner> cleaners, boolean phones) {
        static Ways of(ValuePairs pairs) {
            KeyLook from = KeyLook.of(pairs.fromPlace().type(), pairs.from());
            KeyLook to = KeyLook.of(pairs.toPlace().type(), pairs.to());
            Ladder ladder = Ladder.of(from, to);
            boolean phones = Spellings.arePhones(from, to);
            Stream<KeyCleaner> weak =
                    ladder.weak().stream().filter(cleaner -> cleaner.name().equals(LEGAL_FORM));
            return new Ways(
                    Stream.concat(ladder.strict().stream(), weak)
                            .filter(cleaner -> !phones || cleaner.name().equals(TRIM))
                            .toList(),
                    phones);
        }
    }

    /** {@code share}: the interval of so many pairs of so many; empty: nothing shows that they mean the same. */
    static Optional<Attribute> of(ValuePairs pairs, BiFunction<Long, Long, Interval> share) {
        if (pairs.size() < FEWEST) {
            return Optional.empty();
        }
        Ways ways = Ways.of(pairs);
        ValuePairs told = ways.phones() ? pairs.without(Spellings::isNoPhone) : pairs;
        if (told.size() < FEWEST
                || new ValueJudge(told.some(GLANCE), ways).count().agreed() < AT_A_GLANCE) {
            return Optional.empty();
        }
        ValueJudge judge = new ValueJudge(told, ways).count();
        return judge.meansTheSame() ? Optional.of(judge.attribute(share)) : Optional.empty();
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
        for (int i = 0; i < ways.cleaners().size() && !equal; i++) {
            KeyCleaner cleaner = ways.cleaners().get(i);
            one = cleaner.clean(one);
            other = cleaner.clean(other);
            equal = one.equals(other);
            if (equal) {
                written(cleaner.name());
            }
        }
        if (!equal && ways.phones() && Spellings.isSamePhone(one, other)) {
            written("phone number");
            one = other;
        } else if (!equal && Spellings.isSameText(one, other)) {
            written("accents and marks");
            one = other;
        }
        fromForms.merge(one.toLowerCase(Locale.ROOT), 1, Integer::sum);
        toForms.merge(other.toLowerCase(Locale.ROOT), 1, Integer::sum);
    }

    private void written(String way) {
        written++;
        writing.merge(way, 1L, Long::sum);
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
        List<ValueCount> how = new ArrayList<>();
        writing.forEach((cleaner, rows) -> how.add(new ValueCount(cleaner, rows)));
        how.sort(Comparator.comparingLong(ValueCount::count).reversed());
        return new Attribute(
                pairs.fromPlace().ref(),
                pairs.toPlace().ref(),
                all,
                same,
                written,
                conflicting,
                share.apply(conflicting, all),
                how);
    }
}
