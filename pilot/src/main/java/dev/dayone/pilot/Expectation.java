package dev.dayone.pilot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Great Expectations style rule on one table.
 *
 * @param type such as {@code expect_column_values_to_not_be_null}
 * @param kwargs its arguments as plain JSON values; nulls allowed
 * @param meta notes carried through to the results untouched
 */
public record Expectation(String type, Map<String, Object> kwargs, Severity severity, Map<String, Object> meta) {
    public Expectation {
        kwargs = Collections.unmodifiableMap(new LinkedHashMap<>(kwargs));
        meta = Collections.unmodifiableMap(new LinkedHashMap<>(meta));
    }
}
