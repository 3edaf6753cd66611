package dev.dayone.readiness.kept;

import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.NavigableSet;
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

    /** Null: nothing more is written, and nothing kept. */
    private @Nullable DataOutputStream out;

    KeptWriter(KeptStates states, Path file, WorkspaceKey key, List<NavigableSet<String>> files, int width) {
        this.file = file;
        this.temporary = AtomicFile.beside(file);
        this.key = key;
        this.missing = (long) files.size() * width + 1;
        try {
            byte[] index = index(states, files, width);
            out = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)));
            out.writeByte(FORMAT);
            out.writeUTF(key.id());
            add(INDEX, INDEX, index);
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
        if (takes(state.length)) {
            write(part, column, key.seal(state, place(part, column)));
        }
    }

    private synchronized boolean takes(int more) {
        bytes += more;
        return out != null && bytes <= LARGEST;
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
            missing--;
        } catch (IOException e) {
            giveUp(e);
        }
    }

    /** Puts the file into its place if all columns were added. */
    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
                if (missing == 0) {
                    AtomicFile.replace(temporary, file);
                }
            }
        } catch (IOException e) {
            giveUp(e);
        }
        removeRest();
    }

    /** A snapshot that cannot be written to is measured all the same; the next run reads it again. */
    private void giveUp(IOException e) {
        LoggerFactory.getLogger(KeptWriter.class)
                .warn(
                        "Cannot keep the profile's states in '{}': {}",
                        file.getParent(),
                        e.getClass().getSimpleName());
        try (DataOutputStream failed = out) {
            out = null;
        } catch (IOException again) {
            // Told already.
        }
    }

    private void removeRest() {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            giveUp(e);
        }
    }
}
