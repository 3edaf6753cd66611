package dev.dayone.readiness.kept;

import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/**
 * The states of a table's files in one file beside them, sealed by the workspace's key, for they hold values. What is
 * missing, damaged, of another version or of files that changed is no error: those files are read again.
 */
public final class KeptStates {
    private static final String NAME = "profile.states";
    private static final int FORMAT = 2;
    private static final int MOST_PARTS = 8;
    private static final int ROOM = 1 << 14;
    private static final long LARGEST = 64L << 20;

    private final Path folder;
    private final WorkspaceKey key;
    private final Map<String, FileMark> marks = new HashMap<>();

    /** The states of the table whose files lie in a folder. */
    public KeptStates(Path folder, WorkspaceKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The parts all of whose files are still as they were. */
    public List<KeptPart> read() {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (in.readByte() != FORMAT) {
                return List.of();
            }
            return parts(key.unwrap(in.readUTF(), in.readAllBytes()));
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
    }

    private List<KeptPart> parts(byte[] bytes) throws IOException {
        List<KeptPart> parts = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            NavigableSet<String> files = new TreeSet<>();
            boolean unchanged = true;
            int length = in.readInt();
            for (int j = 0; j < length; j++) {
                FileMark mark = new FileMark(in.readUTF(), in.readUTF());
                files.add(mark.name());
                unchanged &= isStill(mark);
            }
            List<byte[]> columns = new ArrayList<>();
            int width = in.readInt();
            for (int j = 0; j < width; j++) {
                columns.add(in.readNBytes(in.readInt()));
            }
            if (unchanged) {
                parts.add(new KeptPart(files, columns));
            }
        }
        return parts;
    }

    private boolean isStill(FileMark mark) throws IOException {
        return Files.isRegularFile(folder.resolve(mark.name()))
                && mark(mark.name()).equals(mark);
    }

    /** A file's mark, looked at once. */
    private FileMark mark(String name) throws IOException {
        FileMark known = marks.get(name);
        FileMark mark = known == null ? FileMark.of(folder.resolve(name)) : known;
        marks.put(name, mark);
        return mark;
    }

    /** Keeps parts, few as {@link #few} makes them, in the place of those before. Not kept: states of many bytes. */
    public void write(List<KeptPart> parts) {
        long size = parts.stream().mapToLong(KeptPart::bytes).sum();
        if (size > LARGEST) {
            return;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) size + ROOM);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(parts.size());
            for (KeptPart part : parts) {
                write(part, out);
            }
            save(bytes.toByteArray());
        } catch (IOException e) {
            // A snapshot that cannot be written to is measured all the same; the next run reads it again.
            LoggerFactory.getLogger(KeptStates.class)
                    .warn(
                            "Cannot keep the profile's states in '{}': {}",
                            folder,
                            e.getClass().getSimpleName());
        }
    }

    private void write(KeptPart part, DataOutputStream out) throws IOException {
        out.writeInt(part.files().size());
        for (String name : part.files()) {
            FileMark mark = mark(name);
            out.writeUTF(mark.name());
            out.writeUTF(mark.mark());
        }
        out.writeInt(part.columns().size());
        for (byte[] column : part.columns()) {
            out.writeInt(column.length);
            out.write(column);
        }
    }

    private void save(byte[] plain) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(plain.length + ROOM);
        try (DataOutputStream out = new DataOutputStream(file)) {
            out.writeByte(FORMAT);
            out.writeUTF(key.id());
            out.write(key.wrap(plain));
        }
        AtomicFile.write(folder.resolve(NAME), file.toByteArray());
    }

    /**
     * Night after night adds a part: the two of the fewest files become one until they are few. What is told of a table
     * is told from these, that it is the same when they come from the file.
     */
    public static List<KeptPart> few(List<KeptPart> parts) {
        List<KeptPart> few = new ArrayList<>(parts);
        few.sort((a, b) -> Integer.compare(a.files().size(), b.files().size()));
        while (few.size() > MOST_PARTS && few.get(0).isLike(few.get(1))) {
            few.add(few.remove(0).and(few.remove(0)));
            few.sort((a, b) -> Integer.compare(a.files().size(), b.files().size()));
        }
        return few;
    }
}
