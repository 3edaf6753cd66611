package dev.dayone.readiness.suggest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks to propose for a snapshot.
 *
 * @param leftOut how many were not proposed, by the reason why
 */
public record Suggestions(String snapshot, List<Suggestion> proposed, Map<String, Integer> leftOut) {
    public Suggestions {
        proposed = List.copyOf(proposed);
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }
}
