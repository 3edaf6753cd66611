package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Two time columns, and their times in rows that match and have both.
 *
 * @param from milliseconds, of the same length as {@code to}
 * @param kinship how near the columns are to each other, whatever their values are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TimePairs(Place fromPlace, Place toPlace, Kinship kinship, long[] from, long[] to) {
    private static final double NEARLY_ALL = 0.95;

    /** A column, and where it stands. */
    record Place(ColumnRef ref, ColumnInfo column) {
        Kind kind() {
            return column.type().kind();
        }
    }

    /**
     * What is known before values are looked at.
     *
     * @param alike whether the names tell of the same moment
     * @param oneSource whether both are of one source
     * @param oneToOne whether each row matches hardly more than one
     */
    record Kinship(boolean alike, boolean oneSource, boolean oneToOne) {
        /** Whether values can tell that both mean one moment: inside a source, times differ by rule. */
        boolean mayBeOne() {
            return alike || !oneSource;
        }
    }

    int size() {
        return from.length;
    }

    /** How much later the {@code from} side is, in milliseconds. */
    long apart(int pair) {
        return from[pair] - to[pair];
    }

    /** Whether the {@code from} side has days without times. */
    boolean fromDays() {
        return days(fromPlace.kind(), from);
    }

    /** Whether the {@code to} side has days without times. */
    boolean toDays() {
        return days(toPlace.kind(), to);
    }

    private static boolean days(Kind kind, long[] times) {
        return kind == Kind.DATE
                || Arrays.stream(times)
                                .filter(time -> Math.floorMod(time, Moments.DAY) == 0)
                                .count()
                        >= NEARLY_ALL * times.length;
    }

    /** Whether there are enough different times on both sides. */
    boolean tells(int pairs, int different) {
        return size() >= pairs
                && Arrays.stream(from).distinct().limit(different).count() == different
                && Arrays.stream(to).distinct().limit(different).count() == different;
    }

    /** So many pairs at most, from all over them. */
    TimePairs some(int most) {
        int step = Math.max(1, size() / most);
        int[] places = IntStream.iterate(0, i -> i < size(), i -> i + step).toArray();
        return at(places);
    }

    /** Some of the pairs. */
    TimePairs at(int[] places) {
        return new TimePairs(
                fromPlace,
                toPlace,
                kinship,
                Arrays.stream(places).mapToLong(i -> from[i]).toArray(),
                Arrays.stream(places).mapToLong(i -> to[i]).toArray());
    }
}
