package dev.dayone.pilot.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file that its owner alone can read (mode 0600), whole or not at all. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes the file unless there is one by now: then that one stays. */
    static void create(Path file, String text) throws IOException {
        Path temporary = temporary(file, text);
        try {
            // A hard link fails if another process was first, where a move would replace that one's file.
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            // Another command made it a moment ago: that one counts.
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Puts the file in the place of the one that is there. */
    static void replace(Path file, String text) throws IOException {
        Path temporary = temporary(file, text);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path temporary(Path file, String text) throws IOException {
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        FileAttribute<?>[] attributes =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Path temporary = Files.createTempFile(folder, ".key", ".tmp", attributes);
        Files.writeString(temporary, text, StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return temporary;
    }
}
