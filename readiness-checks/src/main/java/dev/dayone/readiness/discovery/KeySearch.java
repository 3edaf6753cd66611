package dev.dayone.readiness.discovery;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares every column that may refer with every column that may be referred to, by the hashes kept of both. */
final class KeySearch {
    private static final int LEAST_VALUES = 3;

    /** So many values or more prove a key of which many are written otherwise on the other side. */
    private static final int MANY_VALUES = 20;

    private static final int FEW_VALUES = 10;

    /**
     * With 0, at most one pair in a whole search would be proposed by chance if every stranger came as near as it can. Few
     * do: with this, one in seventy was, and more true keys were found.
     */
    private static final double BOLDNESS = -2;

    /** Needed however few columns there are: most of them refer to nothing. */
    private static final double LEAST_WEIGHT = 10;

    /** As many compared tell of the rest. */
    private static final int MANY_ENOUGH = 200;

    private static final double MOSTLY = 0.5;
    private static final double PARTLY = 0.2;
    private static final double NEARLY_ALL = 0.9;

    private final List<KeyColumn> columns;
    private final List<KeyColumn> targets;
    private final AllValues values;
    private final double needed;

    KeySearch(List<KeyColumn> columns, AllValues values) {
        this.values = values;
        this.columns = columns;
        this.targets = columns.stream()
                .filter(column -> (column.unique() || column.declared()) && column.distinct() >= LEAST_VALUES)
                .toList();
        this.needed = Math.max(LEAST_WEIGHT, BOLDNESS + Math.log((double) columns.size() * targets.size()));
    }

    /** Every pair that is beyond chance, in no order. */
    List<Candidate> candidates() {
        KeyIndex index = new KeyIndex(targets);
        return columns.parallelStream()
                .filter(column -> column.distinct() > 1)
                .flatMap(from -> candidates(from, index.shared(from.often())))
                .toList();
    }

    private Stream<Candidate> candidates(KeyColumn from, int[] shared) {
        return IntStream.range(0, targets.size())
                .mapToObj(i -> candidate(from, targets.get(i), shared[i]))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Candidate candidate(KeyColumn from, KeyColumn to, int shared) {
        // A unique column that equals another of its own table is a copy of it, not a reference.
        if (from.equals(to) || (from.isSameTable(to) && from.unique())) {
            return null;
        }
        int looked = from.often().comparable(to.values());
        if (tellsLittle(from, to, looked, shared)) {
            AllValues.Hashes all = values.of(to.ref());
            if (all != null) {
                return judged(from, to, from.often().count(), from.often().held(all));
            }
        }
        return judged(from, to, looked, shared);
    }

    /** Whether few of a column's values could be compared, and those, if any, were found. */
    private static boolean tellsLittle(KeyColumn from, KeyColumn to, int looked, int shared) {
        boolean more = from.often().whole()
                && from.often().count() >= FEW_VALUES
                && looked < Math.min(from.often().count(), MANY_ENOUGH);
        return more && shared >= MOSTLY * looked && (shared > 0 || isAlike(from, to));
    }

    private static boolean isAlike(KeyColumn from, KeyColumn to) {
        KeyColumn.Span mine = from.span();
        KeyColumn.Span theirs = to.span();
        if (mine == null || theirs == null) {
            return mine == null && theirs == null && from.writing() == to.writing();
        }
        return mine.min() >= theirs.min() && mine.max() <= theirs.max();
    }

    private @Nullable Candidate judged(KeyColumn from, KeyColumn to, int looked, int shared) {
        if (shared < LEAST_VALUES) {
            return null;
        }
        Double known = to.looked();
        double seen = (double) shared / looked;
        double contained = Math.min(1, known == null ? seen : seen / known);
        Weight weight = Weight.of(from, to, looked, shared);
        boolean proved = weight.values() >= needed;
        boolean partly = contained >= PARTLY && shared >= MANY_VALUES && to.writing() == KeyColumn.Writing.CODE;
        boolean likely =
                contained + unsure(to, looked, seen) >= NEARLY_ALL && looked >= FEW_VALUES && weight.all() >= needed;
        return (proved && (contained >= MOSTLY || partly)) || likely
                ? new Candidate(from, to, looked, shared, contained, weight, proved)
                : null;
    }

    /** By how much more may be contained where the other side was read in part: three standard errors. */
    private static double unsure(KeyColumn to, int looked, double seen) {
        Double known = to.looked();
        return to.whole() || known == null ? 0 : 3 * Math.sqrt(seen * (1 - seen) / looked) / known;
    }
}
