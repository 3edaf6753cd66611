package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.TableRef;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code snapshots/ID/manifest.json} says; written last, so that its presence says the snapshot is complete.
 *
 * @param format of this file; readers refuse a higher one
 * @param samplingFingerprint changes when the pilot asks for other rows; a half snapshot is resumed only under the same
 * @param keyId which of the workspace's keys wrapped the snapshot's data key
 */
public record Manifest(
        int format,
        String id,
        String pilot,
        String samplingFingerprint,
        String dayoneVersion,
        String keyId,
        Instant startedAt,
        Instant completedAt,
        Map<String, SourceManifest> sources) {
    /** The format that this version writes. */
    public static final int FORMAT = 1;

    public Manifest {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** The table of a reference, or null. */
    public @Nullable TableManifest table(TableRef table) {
        SourceManifest source = sources.get(table.source());
        return source == null ? null : source.tables().get(table.table());
    }

    /** Every table, by reference, in the manifest's order. */
    public Map<TableRef, TableManifest> tables() {
        Map<TableRef, TableManifest> tables = new LinkedHashMap<>();
        sources.forEach((name, source) ->
                source.tables().forEach((table, manifest) -> tables.put(new TableRef(name, table), manifest)));
        return tables;
    }
}
