package dev.dayone.readiness.mess;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids by the type that stands beside them in a row.
 *
 * @param type the position of the column that says what an id is of
 * @param id the position of the ids' column
 */
record TypedIds(int type, int id, Map<String, Ids> byType) {
    TypedIds(int type, int id) {
        this(type, id, new TreeMap<>());
    }

    void add(String ofType, String value) {
        byType.computeIfAbsent(ofType, none -> new Ids()).add(value);
    }

    /** Of one type: how many rows, and some of the ids. */
    static final class Ids {
        private static final int MOST = 1_000;
        private final Set<String> some = new HashSet<>();
        private long rows;

        private void add(String id) {
            rows++;
            if (some.size() < MOST) {
                some.add(id);
            }
        }

        long rows() {
            return rows;
        }

        Set<String> some() {
            return some;
        }
    }
}
