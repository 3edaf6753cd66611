package dev.dayone.readiness.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatesTest {
    private static final int MEGABYTES_TOO_MANY = 65;

    @TempDir
    private Path folder;

    @TempDir
    private Path workspace;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("a.parquet"), "rows of one night");
        Files.writeString(folder.resolve("b.parquet"), "rows of another");
    }

    private KeptStates states() {
        return new KeptStates(folder, WorkspaceKey.openOrCreate(new Workspace(workspace)));
    }

    private Path file() {
        return folder.resolve("profile.states");
    }

    private static KeptPart part(String file, String... columns) {
        return new KeptPart(
                new TreeSet<>(List.of(file)),
                Stream.of(columns)
                        .map(column -> column.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<List<String>> texts(List<KeptPart> parts) {
        return parts.stream()
                .map(part -> part.columns().stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .toList())
                .toList();
    }

    @Test
    void tellsWhatWasKeptInWhateverOrderColumnsCame() {
        try (KeptWriter writer =
                states().begin(List.of(new TreeSet<>(List.of("a.parquet")), new TreeSet<>(List.of("b.parquet"))), 2)) {
            writer.add(1, 1, new byte[] {4});
            writer.add(0, 0, new byte[] {1});
            writer.add(1, 0, new byte[] {3});
            writer.add(0, 1, new byte[] {2});
        }
        List<KeptPart> parts = states().read();
        assertThat(parts).extracting(part -> part.files().first()).containsExactly("a.parquet", "b.parquet");
        assertThat(parts.get(0).columns()).containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(parts.get(1).columns()).containsExactly(new byte[] {3}, new byte[] {4});
    }

    @Test
    void leavesOutPartsWhoseFilesChanged() throws IOException {
        states().write(List.of(part("a.parquet", "one", "two"), part("b.parquet", "three", "four")));
        Files.writeString(folder.resolve("a.parquet"), "other rows");

        assertThat(texts(states().read())).containsExactly(List.of("three", "four"));
    }

    @Test
    void keepsWhatWasBeforeUntilAllColumnsAreThere() throws IOException {
        states().write(List.of(part("a.parquet", "one", "two")));
        try (KeptWriter writer = states().begin(List.of(new TreeSet<>(List.of("a.parquet"))), 2)) {
            writer.add(0, 0, new byte[] {1});
        }
        assertThat(texts(states().read())).containsExactly(List.of("one", "two"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aFileThatWasCutAnywhereTellsAllOfAPartOrNothing() throws IOException {
        states().write(List.of(part("a.parquet", "one", "two"), part("b.parquet", "three", "four")));
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(texts(states().read()))
                    .as("%s of %s bytes", length, whole.length)
                    .isIn(List.of(), List.of(List.of("one", "two")));
        }
    }

    @Test
    void aByteThatWasChangedAnywhereIsNeverRead() throws IOException {
        states().write(List.of(part("a.parquet", "one", "two")));
        byte[] whole = Files.readAllBytes(file());
        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= 0x41;
            Files.write(file(), changed);
            assertThat(states().read()).as("byte %s", place).isEmpty();
        }
    }

    @Test
    void aColumnCannotBePassedOffAsAnother() throws IOException {
        states().write(List.of(part("a.parquet", "one", "two")));
        byte[] bytes = Files.readAllBytes(file());
        int sealed = 12 + "one".length() + 16;
        int record = 3 * Integer.BYTES + sealed;
        int second = bytes.length - record;
        int first = second - record;
        ByteBuffer swapped = ByteBuffer.wrap(bytes);
        swapped.putInt(first + Integer.BYTES, 1).putInt(second + Integer.BYTES, 0);
        Files.write(file(), bytes);

        assertThat(states().read()).isEmpty();
    }

    @Test
    void keepsNothingOfStatesThatAreTooLarge() {
        byte[][] columns = new byte[MEGABYTES_TOO_MANY][1 << 20];
        states().write(List.of(new KeptPart(new TreeSet<>(List.of("a.parquet")), List.of(columns))));
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatCannotBeKeptLeavesNothingBehind() throws IOException {
        states().write(List.of(part("gone.parquet", "one", "two")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }
}
