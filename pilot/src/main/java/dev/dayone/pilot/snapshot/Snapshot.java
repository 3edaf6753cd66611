package dev.dayone.pilot.snapshot;

import dev.dayone.pilot.TableRef;
import java.nio.file.Path;

/** A complete snapshot on disk. */
public record Snapshot(Path folder, Manifest manifest) {
    /** The folder that holds a table's Parquet files. Throws {@link IllegalArgumentException} for an unknown table. */
    public Path tableFolder(TableRef table) {
        TableManifest found = manifest.table(table);
        if (found == null) {
            throw new IllegalArgumentException("Snapshot '" + manifest.id() + "' has no table " + table);
        }
        return folder.resolve(found.folder());
    }
}
