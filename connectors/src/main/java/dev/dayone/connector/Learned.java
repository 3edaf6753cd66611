package dev.dayone.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a connector found out about its source and would have to ask for again: texts of its own by name. They are kept with
 * a snapshot that is broken off, so that a run that goes on does not spend its budget of calls on them. Thread-safe.
 */
public final class Learned {
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Adds what an earlier run learned. */
    public synchronized void add(Map<String, String> earlier) {
        texts.putAll(earlier);
    }

    /** What was learned under a name. */
    public synchronized @Nullable String recall(String name) {
        return texts.get(name);
    }

    /** Keeps what was learned. */
    public synchronized void keep(String name, String text) {
        texts.put(name, text);
    }

    /** All of it. */
    public synchronized Map<String, String> all() {
        return Map.copyOf(texts);
    }
}
