package dev.dayone.readiness.link.agree;

import dev.dayone.pilot.report.Agreement.Shift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In how many pairs of times one is later by the same hours: what time zones differ in, and summer time. */
final class Offsets {
    static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final long MOST = 14 * HOUR;
    private static final double SECOND_LEAST = 0.02;
    private static final int FEWEST = 5;
    private static final double NOT_CHANCE = 0.005;
    private static final double MOST_OF_THE_REST = 0.6;

    private final Map<Long, Integer> rows = new HashMap<>();
    private final int all;

    private Offsets(int all) {
        this.all = all;
    }

    /** Counts what is {@code tolerance} milliseconds or less from a multiple of {@code grid} seconds. */
    static Offsets of(TimePairs pairs, long grid, long tolerance) {
        Offsets offsets = new Offsets(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            long apart = pairs.apart(i);
            long offset = offset(apart, grid);
            boolean possible = Math.abs(offset) <= MOST || Math.abs(offset) == DAY;
            if (possible && Math.abs(apart - offset * 1000) <= tolerance) {
                offsets.rows.merge(offset, 1, Integer::sum);
            }
        }
        return offsets;
    }

    /** The nearest multiple of {@code grid} seconds. */
    static long offset(long apart, long grid) {
        return Math.round((double) apart / (1000 * grid)) * grid;
    }

    /** In how many pairs times are so much apart. */
    int at(long seconds) {
        return rows.getOrDefault(seconds, 0);
    }

    /**
     * By what most pairs are apart: one offset, or two an hour apart, of which either may be none at all.
     *
     * @param least the share of pairs that must be so; fewer: empty
     */
    List<Shift> most(double least) {
        List<Shift> most = rows.isEmpty() ? List.of() : around(largest(rows.keySet()));
        return sum(most) >= least * all ? most : List.of();
    }

    /** Where most pairs are not apart: by what most of the others are; empty: by nothing regular. */
    List<Shift> others() {
        List<Long> apart = rows.keySet().stream().filter(offset -> offset != 0).toList();
        if (apart.isEmpty()) {
            return List.of();
        }
        List<Shift> others = around(largest(apart)).stream()
                .filter(shift -> shift.seconds() != 0)
                .toList();
        long found = sum(others);
        return found >= Math.max(FEWEST, NOT_CHANCE * all) && found >= MOST_OF_THE_REST * (all - at(0))
                ? others
                : List.of();
    }

    private long largest(Iterable<Long> offsets) {
        long largest = 0;
        int most = -1;
        for (long offset : offsets) {
            int here = at(offset);
            if (here > most || (here == most && Math.abs(offset) < Math.abs(largest))) {
                largest = offset;
                most = here;
            }
        }
        return largest;
    }

    private List<Shift> around(long offset) {
        List<Shift> shifts = new ArrayList<>();
        shifts.add(new Shift(offset, at(offset)));
        long next = at(offset - HOUR) > at(offset + HOUR) ? offset - HOUR : offset + HOUR;
        if (at(next) >= Math.max(2, SECOND_LEAST * all)) {
            shifts.add(new Shift(next, at(next)));
        }
        shifts.sort(Comparator.comparingLong(Shift::rows).reversed());
        return shifts;
    }

    static long sum(List<Shift> shifts) {
        return shifts.stream().mapToLong(Shift::rows).sum();
    }
}
