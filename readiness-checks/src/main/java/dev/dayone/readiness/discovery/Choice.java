package dev.dayone.readiness.discovery;

import dev.dayone.pilot.ColumnRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses, of all pairs beyond chance, those that say something by themselves. Where columns refer to one key, each holds
 * some of the others' values too: what is left are the references to the key that all of them share.
 */
final class Choice {
    /** By how much a longer way may hold less before the short one is news. */
    private static final double AS_GOOD = 0.05;

    /** By how much a key must be likelier than all others where no values prove it. */
    private static final double CLEARLY = 2;

    private final Map<ColumnRef, List<Candidate>> byFrom;

    private Choice(List<Candidate> candidates) {
        this.byFrom = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.from().ref()));
    }

    static List<Candidate> of(List<Candidate> candidates) {
        return new Choice(candidates).chosen();
    }

    private List<Candidate> chosen() {
        Map<ColumnRef, List<Candidate>> best = new HashMap<>();
        byFrom.forEach((from, all) -> best.put(from, bestBySource(telling(all))));
        List<Candidate> chosen = new ArrayList<>();
        Set<Set<ColumnRef>> pairs = new HashSet<>();
        best.values().stream()
                .flatMap(List::stream)
                .filter(candidate -> !isImplied(candidate, best))
                .sorted(Comparator.comparingDouble(Candidate::contained)
                        .reversed()
                        .thenComparing(candidate -> candidate.from().ref().toString()))
                .forEach(candidate -> {
                    if (pairs.add(Set.of(candidate.from().ref(), candidate.to().ref()))) {
                        chosen.add(candidate);
                    }
                });
        return chosen;
    }

    /** In each source the one key that it refers to. */
    private List<Candidate> bestBySource(List<Candidate> all) {
        Map<String, List<Candidate>> bySource = all.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.to().ref().source()));
        return bySource.values().stream().map(this::best).flatMap(List::stream).toList();
    }

    /** What values do not prove tells something where nothing else does, and where it tells of one key alone. */
    private static List<Candidate> telling(List<Candidate> found) {
        List<Candidate> byWeight = found.stream()
                .sorted(Comparator.comparingDouble(
                        (Candidate candidate) -> -candidate.weight().all()))
                .toList();
        boolean clear = byWeight.size() < 2
                || byWeight.get(0).weight().all() >= byWeight.get(1).weight().all() + CLEARLY;
        Candidate first = byWeight.get(0);
        List<Candidate> proved = found.stream().filter(Candidate::proved).toList();
        return !first.proved() && clear ? List.of(first) : proved;
    }

    private List<Candidate> best(List<Candidate> all) {
        double most = all.stream().mapToDouble(Candidate::contained).max().orElse(0);
        Candidate best = all.stream()
                .filter(candidate -> candidate.contained() >= most - AS_GOOD)
                .min(this::compare)
                .orElseThrow();
        // Of two columns with the same values, the one that is more of a key is referred to by the other.
        boolean backwards = byFrom.getOrDefault(best.to().ref(), List.of()).stream()
                .anyMatch(back -> back.to().equals(best.from())
                        && (back.contained() > best.contained() + AS_GOOD
                                || (back.contained() >= best.contained() - AS_GOOD
                                        && rank(best.from()).compareTo(rank(best.to())) < 0)));
        return backwards ? List.of() : List.of(best);
    }

    /** The better one first. */
    private int compare(Candidate one, Candidate other) {
        boolean oneInOther = refers(one.to().ref(), other.to().ref());
        boolean otherInOne = refers(other.to().ref(), one.to().ref());
        if (oneInOther != otherInOne) {
            return oneInOther ? 1 : -1;
        }
        return rank(one.to()).compareTo(rank(other.to()));
    }

    private boolean refers(ColumnRef from, ColumnRef to) {
        return byFrom.getOrDefault(from, List.of()).stream()
                .anyMatch(candidate -> candidate.to().ref().equals(to) && candidate.contained() >= 1 - AS_GOOD);
    }

    /** What is more of a key comes first. */
    private record Rank(boolean declared, long distinct, int position, String name) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparing((Rank rank) -> !rank.declared)
                .thenComparing(rank -> -rank.distinct)
                .thenComparing(rank -> rank.position)
                .thenComparing(rank -> rank.name);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    private static Rank rank(KeyColumn column) {
        return new Rank(
                column.declared(),
                column.distinct(),
                column.position(),
                column.ref().toString());
    }

    /** Whether it is what two others say together: on the way over a third key, or as both sides refer to one. */
    private static boolean isImplied(Candidate candidate, Map<ColumnRef, List<Candidate>> best) {
        return best.getOrDefault(candidate.from().ref(), List.of()).stream()
                .filter(other -> !other.equals(candidate))
                .anyMatch(other -> {
                    boolean onTheWay = best.getOrDefault(other.to().ref(), List.of()).stream()
                            .anyMatch(next -> next.to().equals(candidate.to())
                                    && candidate.contained() <= other.contained() * next.contained() + AS_GOOD);
                    boolean bothRefer = best.getOrDefault(candidate.to().ref(), List.of()).stream()
                            .anyMatch(next -> next.to().equals(other.to())
                                    && candidate.contained() <= other.contained() + AS_GOOD);
                    return onTheWay || bothRefer;
                });
    }
}
