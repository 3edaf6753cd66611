package dev.dayone.sample.defect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is planted while rows are written, and keeps a few keys spread over the table. Not thread-safe. */
public final class DefectLog {
    static final int KEYS = 50;

    private final Map<DefectKind, Tally> tallies = new EnumMap<>(DefectKind.class);

    /** Notes one planted row. */
    public void plant(DefectKind kind, long key) {
        tallies.computeIfAbsent(kind, k -> new Tally()).add(key);
    }

    /** Notes a defect of a whole table. */
    public void plantTable(DefectKind kind) {
        tallies.computeIfAbsent(kind, k -> new Tally()).count = 1;
    }

    /** How often a kind was planted. */
    public long count(DefectKind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? 0 : tally.count;
    }

    List<Long> keys(DefectKind kind) {
        Tally tally = tallies.get(kind);
        return tally == null ? List.of() : List.copyOf(tally.keys);
    }

    /** Takes over what another log holds; a kind may stand in one of the two only. */
    public void addAll(DefectLog other) {
        other.tallies.forEach((kind, tally) -> {
            if (tallies.put(kind, tally) != null) {
                throw new IllegalStateException("Kind " + kind + " was planted by two logs");
            }
        });
    }

    private static final class Tally {
        private final List<Long> keys = new ArrayList<>();
        private long count;
        private long stride = 1;

        void add(long key) {
            if (count % stride == 0) {
                if (keys.size() == KEYS) {
                    thin();
                }
                if (count % stride == 0) {
                    keys.add(key);
                }
            }
            count++;
        }

        /** Keeps every second key, so that the kept ones stay spread over the whole table. */
        private void thin() {
            for (int i = KEYS / 2 - 1; i >= 0; i--) {
                keys.remove(2 * i + 1);
            }
            stride *= 2;
        }
    }
}
