package dev.dayone.readiness.kept;

import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Writes the states of a table's columns as they come, each sealed by itself, so that none need wait for the others. The
 * file takes the place of the one before when all are there; states of many bytes are not kept. Thread-safe.
 *
 * <p>It is not forced to the disk: who finds it damaged measures again.
 */
public final class KeptWriter implements AutoCloseable {
    static final int FORMAT = 3;

    /** In the place of a part and a column: the files of all parts, which come first. */
    static final int INDEX = -1;

    private static final long LARGEST = 64L << 20;

    private final Path file;
    private final Path temporary;
    private final WorkspaceKey key;
    private long missing;
    private long bytes;
    private @Nullable DataOutputStream out;

    KeptWriter(KeptStates states, Path file, WorkspaceKey key, List<NavigableSet<String>> files, int width) {
        this.file = file;
        this.temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        this.key = key;
        this.missing = (long) files.size() * width;
        try {
            byte[] index = index(states, files, width);
            out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)));
            out.writeByte(FORMAT);
            out.writeUTF(key.id());
            write(INDEX, INDEX, key.seal(index, place(INDEX, INDEX)));
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private static byte[] index(KeptStates states, List<NavigableSet<String>> files, int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream index = new DataOutputStream(bytes);
        index.writeInt(files.size());
        index.writeInt(width);
        for (NavigableSet<String> names : files) {
            index.writeInt(names.size());
            for (String name : names) {
                FileMark mark = states.mark(name);
                index.writeUTF(mark.name());
                index.writeUTF(mark.mark());
            }
        }
        return bytes.toByteArray();
    }

    /** Keeps the state of one of a part's columns. */
    public void add(int part, int column, byte[] state) {
        synchronized (this) {
            bytes += state.length;
            if (out == null || bytes > LARGEST) {
                return;
            }
        }
        byte[] sealed = key.seal(state, place(part, column));
        synchronized (this) {
            write(part, column, sealed);
            missing--;
        }
    }

    /** Where a state belongs. */
    static byte[] place(int part, int column) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(part)
                .putInt(column)
                .array();
    }

    private synchronized void write(int part, int column, byte[] sealed) {
        if (out == null) {
            return;
        }
        try {
            out.writeInt(part);
            out.writeInt(column);
            out.writeInt(sealed.length);
            out.write(sealed);
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** A snapshot that cannot be written to is measured all the same; the next run reads it again. */
    private synchronized void giveUp(IOException e) {
        LoggerFactory.getLogger(KeptWriter.class)
                .warn(
                        "Cannot keep the profile's states in '{}': {}",
                        file.getParent(),
                        e.getClass().getSimpleName());
        missing = Long.MAX_VALUE;
    }

    /** Puts the file into its place if all columns were added. */
    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
            if (missing == 0) {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            giveUp(e);
        }
    }
}
