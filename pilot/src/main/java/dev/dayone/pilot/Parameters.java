package dev.dayone.pilot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A source's parameters as the pilot file writes them: {@code {{env:X}}} and {@code {{file:X}}} still unresolved.
 * {@link #toString()} shows names only, for a value may be a secret written in the file.
 */
public record Parameters(Map<String, String> values) {
    public Parameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value as written, or null. */
    public @Nullable String value(String name) {
        return values.get(name);
    }

    @Override
    public String toString() {
        return "Parameters" + new TreeMap<>(values).keySet();
    }
}
