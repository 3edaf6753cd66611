package dev.dayone.readiness.link.agree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pairs of rows of one key that stands once on one side at least: of others, nobody knows which belong together. */
final class MatchedRows {
    private static final double HARDLY_MORE = 1.25;

    private final SideRows from;
    private final SideRows to;
    private final List<int[]> pairs = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    MatchedRows(SideRows from, SideRows to) {
        this.from = from;
        this.to = to;
        for (int row = 0; row < from.size(); row++) {
            String key = from.key(row);
            List<Integer> there = to.rows(key);
            if (there.size() == 1 || (!there.isEmpty() && from.rows(key).size() == 1)) {
                keys.add(key);
                for (int other : there) {
                    pairs.add(new int[] {row, other});
                }
            }
        }
    }

    int size() {
        return pairs.size();
    }

    private boolean oneToOne() {
        return pairs.size() <= HARDLY_MORE * keys.size();
    }

    /** How near two time columns are to each other, by their places among each side's times. */
    TimePairs.Kinship kinship(int fromPlace, int toPlace) {
        String moment = from.side().moment(from.side().times().get(fromPlace));
        String other = to.side().moment(to.side().times().get(toPlace));
        String source = from.side().table().ref().source();
        return new TimePairs.Kinship(
                moment.equals(other), source.equals(to.side().table().ref().source()), oneToOne());
    }

    /** The times of two columns, by their places among each side's times. */
    TimePairs times(int fromPlace, int toPlace) {
        List<int[]> both = pairs.stream()
                .filter(pair ->
                        from.time(pair[0], fromPlace) != Moments.NONE && to.time(pair[1], toPlace) != Moments.NONE)
                .toList();
        int mine = from.side().times().get(fromPlace);
        int theirs = to.side().times().get(toPlace);
        return new TimePairs(
                new TimePairs.Place(from.side().ref(mine), from.side().column(mine)),
                new TimePairs.Place(to.side().ref(theirs), to.side().column(theirs)),
                kinship(fromPlace, toPlace),
                both.stream().mapToLong(pair -> from.time(pair[0], fromPlace)).toArray(),
                both.stream().mapToLong(pair -> to.time(pair[1], toPlace)).toArray());
    }

    /** The values of two columns, by their places among each side's values. */
    ValuePairs values(int fromPlace, int toPlace) {
        List<String> mine = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (int[] pair : pairs) {
            @Nullable String one = from.value(pair[0], fromPlace);
            @Nullable String other = to.value(pair[1], toPlace);
            if (one != null && other != null) {
                mine.add(one);
                theirs.add(other);
            }
        }
        int fromColumn = from.side().values().get(fromPlace);
        int toColumn = to.side().values().get(toPlace);
        return new ValuePairs(
                new ValuePairs.Place(
                        from.side().ref(fromColumn),
                        from.side().column(fromColumn).type()),
                new ValuePairs.Place(
                        to.side().ref(toColumn), to.side().column(toColumn).type()),
                oneToOne(),
                mine,
                theirs);
    }

    SideRows from() {
        return from;
    }

    SideRows to() {
        return to;
    }
}
