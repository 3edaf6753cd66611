package dev.dayone.readiness.kept;

import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The states of a table's files in one file beside them, sealed by the workspace's key, for they hold values. What is
 * missing, damaged, of another version or of files that changed is no error: those files are read again.
 */
public final class KeptStates {
    private static final String NAME = "profile.states";
    private static final int MOST_PARTS = 8;

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
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readByte() != KeptWriter.FORMAT) {
                return List.of();
            }
            String id = in.readUTF();
            Sealed first = next(in);
            if (first == null || first.part() != KeptWriter.INDEX) {
                return List.of();
            }
            Found found = new Found(new DataInputStream(new ByteArrayInputStream(first.opened(key, id))));
            for (Sealed column = next(in); column != null; column = next(in)) {
                found.columns.get(column.part()).set(column.column(), column.opened(key, id));
            }
            return found.whole();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    /** What is written of one column, or of the files. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sealed(int part, int column, byte[] bytes) {
        byte[] opened(WorkspaceKey key, String id) throws GeneralSecurityException {
            return key.open(id, bytes, KeptWriter.place(part, column));
        }
    }

    /** Null: the file ends. */
    private static @Nullable Sealed next(DataInputStream in) throws IOException {
        try {
            int part = in.readInt();
            int column = in.readInt();
            int length = in.readInt();
            byte[] bytes = in.readNBytes(length);
            return bytes.length < length ? null : new Sealed(part, column, bytes);
        } catch (EOFException e) {
            return null;
        }
    }

    /** The parts that a file lists, as their columns are found. */
    private final class Found {
        private final List<NavigableSet<String>> files = new ArrayList<>();
        private final List<List<byte[]>> columns = new ArrayList<>();

        Found(DataInputStream index) throws IOException {
            int parts = index.readInt();
            int width = index.readInt();
            for (int part = 0; part < parts; part++) {
                NavigableSet<String> names = new TreeSet<>();
                boolean unchanged = true;
                for (int left = index.readInt(); left > 0; left--) {
                    FileMark mark = new FileMark(index.readUTF(), index.readUTF());
                    names.add(mark.name());
                    unchanged &= isStill(mark);
                }
                files.add(unchanged ? names : new TreeSet<>());
                columns.add(Arrays.asList(new byte[width][]));
            }
        }

        List<KeptPart> whole() {
            List<KeptPart> parts = new ArrayList<>();
            for (int part = 0; part < files.size(); part++) {
                if (!files.get(part).isEmpty() && columns.get(part).stream().allMatch(Objects::nonNull)) {
                    parts.add(new KeptPart(files.get(part), List.copyOf(columns.get(part))));
                }
            }
            return parts;
        }
    }

    private boolean isStill(FileMark mark) throws IOException {
        return Files.isRegularFile(folder.resolve(mark.name()))
                && mark(mark.name()).equals(mark);
    }

    /** A file's mark, looked at once. */
    FileMark mark(String name) throws IOException {
        FileMark known = marks.get(name);
        FileMark mark = known == null ? FileMark.of(folder.resolve(name)) : known;
        marks.put(name, mark);
        return mark;
    }

    /** Begins to keep parts of so many columns in the place of those before; to be closed. {@code files}: by part. */
    public KeptWriter begin(List<NavigableSet<String>> files, int width) {
        return new KeptWriter(this, folder.resolve(NAME), key, files, width);
    }

    /** Keeps parts, few as {@link #few} makes them, in the place of those before. */
    public void write(List<KeptPart> parts) {
        List<NavigableSet<String>> files = parts.stream().map(KeptPart::files).toList();
        try (KeptWriter writer = begin(files, parts.get(0).columns().size())) {
            for (int part = 0; part < parts.size(); part++) {
                List<byte[]> columns = parts.get(part).columns();
                for (int column = 0; column < columns.size(); column++) {
                    writer.add(part, column, columns.get(column));
                }
            }
        }
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
