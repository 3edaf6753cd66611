package dev.dayone.pilot.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One source of a snapshot; {@code tables} by their name in the source. */
public record SourceManifest(String connector, Probe probe, Receipt receipt, Map<String, TableManifest> tables) {
    public SourceManifest {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }
}
