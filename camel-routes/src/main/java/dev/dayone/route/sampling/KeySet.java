package dev.dayone.route.sampling;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The different values sampled in one column, as the source answered them, each with the window of the row that had it
 * first; in memory only, and bounded. Used by one thread until it is handed on.
 */
final class KeySet {
    static final int MOST = 200_000;
    static final int LONGEST = 200;

    private final Map<Scalar, Integer> values = new LinkedHashMap<>();
    private boolean whole = true;

    /** Takes a value, unless it is empty or known; answers whether it was taken. */
    boolean add(Scalar value, int window) {
        if (value.type().equals("null") || value.text().isBlank() || values.containsKey(value)) {
            return false;
        }
        if (values.size() >= MOST
                || value.text().length() > LONGEST
                || value.text().indexOf(0) >= 0) {
            whole = false;
            return false;
        }
        values.put(value, window);
        return true;
    }

    /** The values with their windows. */
    Map<Scalar, Integer> values() {
        return values;
    }

    /** Whether it holds all of the column's values. */
    boolean isWhole() {
        return whole;
    }

    void leftOut() {
        whole = false;
    }
}
