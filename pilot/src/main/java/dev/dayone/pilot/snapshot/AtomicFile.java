package dev.dayone.pilot.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file whole or not at all: beside it first, synced, then moved over it. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes text as UTF-8. The folder must exist. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. The folder must exist. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path temporary = beside(file);
        try {
            Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A new name beside a file, for what is to take its place. */
    public static Path beside(Path file) {
        // Not createTempFile: the file is to have the rights that the user's umask gives.
        return file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** Puts what lies {@link #beside} a file into its place, in one step. */
    public static void replace(Path temporary, Path file) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
