package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Two columns of one name, and their values in rows that match and have both.
 *
 * @param from of the same length as {@code to}
 * @param oneToOne whether each row matches hardly more than one: else both sides may tell of two things
 */
record ValuePairs(Place fromPlace, Place toPlace, boolean oneToOne, List<String> from, List<String> to) {
    /** A column, and where it stands. */
    record Place(ColumnRef ref, ColumnType type) {}

    int size() {
        return from.size();
    }

    /** So many pairs at most, from all over them. */
    ValuePairs some(int most) {
        int step = Math.max(1, size() / most);
        return at(IntStream.iterate(0, i -> i < size(), i -> i + step));
    }

    /** The pairs of which neither value is of a kind. */
    ValuePairs without(Predicate<String> kind) {
        return at(IntStream.range(0, size()).filter(i -> !kind.test(from.get(i)) && !kind.test(to.get(i))));
    }

    private ValuePairs at(IntStream some) {
        List<Integer> places = some.boxed().toList();
        return new ValuePairs(
                fromPlace,
                toPlace,
                oneToOne,
                places.stream().map(from::get).toList(),
                places.stream().map(to::get).toList());
    }
}
