package dev.dayone.route.sampling;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The different values sampled in one column, as the source answered them; in memory only, and bounded. Used by one thread
 * until it is handed on.
 */
final class KeySet {
    static final int MOST = 200_000;
    static final int LONGEST = 200;

    private final Set<Scalar> values = new LinkedHashSet<>();
    private boolean whole = true;

    /** Takes a value, unless it is empty or known; answers whether it was taken. */
    boolean add(Scalar value) {
        if (value.type().equals("null") || value.text().isBlank() || values.contains(value)) {
            return false;
        }
        if (values.size() >= MOST
                || value.text().length() > LONGEST
                || value.text().indexOf(0) >= 0) {
            whole = false;
            return false;
        }
        return values.add(value);
    }

    Set<Scalar> values() {
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
