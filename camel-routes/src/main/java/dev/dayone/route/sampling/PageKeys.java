package dev.dayone.route.sampling;

import java.util.List;
import java.util.Map;

/**
 * What one page added to the keys that its table is sampled for, as it is sealed beside the page's file.
 *
 * @param values new ones, by column
 * @param windows of the rows that had each of them first
 * @param rows digests of the rows' own keys
 * @param leftOut the columns of which some values are not held
 */
record PageKeys(
        Map<String, List<Scalar>> values, Map<String, List<Integer>> windows, List<Long> rows, List<String> leftOut) {
    PageKeys {
        windows = windows == null ? Map.of() : windows;
    }

    boolean isEmpty() {
        return values.values().stream().allMatch(List::isEmpty) && rows.isEmpty() && leftOut.isEmpty();
    }
}
