package dev.dayone.route.sampling;

import java.util.List;
import java.util.Map;

/**
 * What one page added to the keys that its table is sampled for, as it is sealed beside the page's file.
 *
 * @param values new ones, by column
 * @param rows digests of the rows' own keys
 * @param leftOut the columns of which some values are not held
 */
record PageKeys(Map<String, List<Scalar>> values, List<Long> rows, List<String> leftOut) {
    boolean isEmpty() {
        return values.values().stream().allMatch(List::isEmpty) && rows.isEmpty() && leftOut.isEmpty();
    }
}
