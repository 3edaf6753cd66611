package dev.dayone.route.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many rows each window has, by number. Used by one thread. */
final class WindowRows {
    private int[] rows = new int[0];

    /** Further rows of a window. */
    void add(int window, int more) {
        if (window >= rows.length) {
            rows = Arrays.copyOf(rows, window + 1);
        }
        rows[window] += more;
    }

    /** Further rows of several. */
    void add(WindowRows more) {
        IntStream.range(0, more.rows.length).forEach(window -> add(window, more.rows[window]));
    }

    /** One more than the greatest number; 0: there is no window. */
    int end() {
        return rows.length;
    }

    List<Integer> list() {
        return IntStream.of(rows).boxed().toList();
    }
}
