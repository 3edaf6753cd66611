package dev.dayone.pilot.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row that breaks a rule, so that somebody can look it up at its source.
 *
 * @param key its primary key by the key's columns, in order; of a column that is not shown, or a value that never is, the
 *     keyed hash
 * @param values by the rule's columns, masked as those ask
 * @param reason what is wrong with it, in a few words
 */
public record ExampleRow(Map<String, String> key, Map<String, String> values, String reason) {
    public ExampleRow {
        key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
