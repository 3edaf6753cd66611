package dev.dayone.pilot;

import java.nio.file.Path;

/** A pilot and where it was read from; paths in the pilot are relative to {@link #folder()}. */
public record PilotFile(Path path, Pilot pilot) {
    public PilotFile {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder that holds the file. */
    public Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
