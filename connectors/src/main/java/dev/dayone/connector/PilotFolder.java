package dev.dayone.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder that a pilot lies in, and below which every path in the pilot stays. Immutable. */
public final class PilotFolder {
    private final Path folder;

    public PilotFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The file of a relative path, or null if it lies elsewhere: by an absolute path, by {@code ..} or by a link that
     * leads out. A file that does not exist is judged by the nearest folder above it that does.
     */
    public @Nullable Path below(String path) throws IOException {
        Path root = root();
        Path relative;
        try {
            relative = Path.of(path);
        } catch (InvalidPathException e) {
            return null;
        }
        Path file = root.resolve(relative).normalize();
        if (relative.isAbsolute() || !file.startsWith(root) || file.equals(root)) {
            return null;
        }
        Path real = real(file);
        return real.startsWith(root) ? real : null;
    }

    /** The folder itself, without links. */
    public Path root() throws IOException {
        return folder.toRealPath();
    }

    /** The file without links, as far as there is one: the rest is still to come. */
    private static Path real(Path file) throws IOException {
        Path parent = file.getParent();
        // A link to nothing exists too, as a link, and has no real path.
        if (parent == null || Files.exists(file) || Files.isSymbolicLink(file)) {
            return file.toRealPath();
        }
        return real(parent).resolve(file.getFileName());
    }
}
