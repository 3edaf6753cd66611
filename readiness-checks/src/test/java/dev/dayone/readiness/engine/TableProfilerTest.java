package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.profile.ProfiledColumn;
import dev.dayone.readiness.profile.Uniqueness;
import dev.dayone.readiness.table.SnapshotTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@org.jspecify.annotations.NullUnmarked
class TableProfilerTest {
    private static final int ROWS = 3000;
    private static final long BY_A_JOB = 0;
    private static final long DIRECTLY = Long.MAX_VALUE;
    private static final TableRef REF = TableRef.parse("a.t");

    @TempDir
    Path folder;

    private SnapshotFixture fixture;
    private Snapshot snapshot;
    private long mostDirect = DIRECTLY;

    @BeforeEach
    void writeTable() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row((long) i, "secret " + new UUID(i * 0x9E3779B97F4A7C15L, i)));
        }
        fixture = new SnapshotFixture(folder)
                .whole("a.t", List.of("id bigint", "name string"), rows.toArray(Object[][]::new));
        snapshot = fixture.snapshot();
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, DIRECTLY})
    void readsNoFileAgainThatIsAsItWas(long direct) throws IOException {
        mostDirect = direct;
        List<ProfiledColumn> first = profile(Set.of());
        for (Path file : files()) {
            ruin(file);
        }
        List<ProfiledColumn> second = profile(Set.of());
        assertThat(second.get(0).profile()).isEqualTo(first.get(0).profile());
        assertThat(second.get(1).profile()).isEqualTo(first.get(1).profile());
        assertThat(second.get(0).profile().rows()).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, DIRECTLY})
    void readsWhatIsNewAlone(long direct) throws IOException {
        mostDirect = direct;
        List<Path> all = files();
        Path added = all.get(all.size() - 1);
        byte[] bytes = Files.readAllBytes(added);
        Files.delete(added);
        long before = profileOf(all.subList(0, all.size() - 1)).get(0).profile().rows();
        Files.write(added, bytes);
        for (Path file : all.subList(0, all.size() - 1)) {
            ruin(file);
        }

        List<ProfiledColumn> after = profile(Set.of());

        assertThat(before).isBetween(1L, ROWS - 1L);
        assertThat(after.get(0).profile().rows()).isEqualTo(ROWS);
        assertThat(after.get(0).profile().max()).isEqualTo(Integer.toString(ROWS - 1));
    }

    @Test
    void readsAgainWhatChangedOrWasNotMeasuredSoClosely() throws IOException {
        profile(Set.of());
        assertThat(profile(Set.of(1)).get(1).uniqueness()).isEqualTo(new Uniqueness(ROWS, ROWS));

        Path file = files().get(0);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        ruin(file);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> profile(Set.of(1))))
                .isNotNull();
    }

    @Test
    void findsDirectlyWhatAJobFinds() {
        Object[][] rows = new Object[2000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] =
                    row(i % 7 == 0 ? null : (long) i, "name " + i % 90, i % 5 == 0 ? null : i * 0.5, i % 3 == 0, null);
        }
        fixture = new SnapshotFixture(folder.resolve("other"))
                .whole("a.t", List.of("id bigint", "name string", "x double", "ok boolean", "none string"), rows);
        snapshot = fixture.snapshot();
        mostDirect = BY_A_JOB;
        List<ProfiledColumn> byJob = profile(Set.of(0));
        assertThat(snapshot.tableFolder(REF).resolve("profile.states").toFile().delete())
                .isTrue();
        mostDirect = DIRECTLY;
        List<ProfiledColumn> directly = profile(Set.of(0));
        for (int i = 0; i < byJob.size(); i++) {
            assertThat(directly.get(i).profile()).isEqualTo(byJob.get(i).profile());
            assertThat(directly.get(i).uniqueness()).isEqualTo(byJob.get(i).uniqueness());
        }
        assertThat(directly.get(0).profile().nulls()).isEqualTo(286);
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, DIRECTLY})
    void readsWideTablesInStrips(long direct) {
        mostDirect = direct;
        int columns = 2 * ColumnarPass.COLUMNS_AT_ONCE + 30;
        List<String> names = new ArrayList<>();
        Object[] first = new Object[columns];
        Object[] second = new Object[columns];
        for (int i = 0; i < columns; i++) {
            names.add("column " + i + (i % 2 == 0 ? " bigint" : " string"));
            first[i] = i % 2 == 0 ? (Object) (long) i : "text " + i;
            second[i] = null;
        }
        fixture = new SnapshotFixture(folder.resolve("wide")).whole("a.t", names, first, second);
        snapshot = fixture.snapshot();
        List<ProfiledColumn> profile = profile(Set.of());
        assertThat(profile).hasSize(columns);
        for (int i = 0; i < columns; i++) {
            assertThat(profile.get(i).profile().max()).isEqualTo(i % 2 == 0 ? "" + i : "text " + i);
            assertThat(profile.get(i).profile().nulls()).isEqualTo(1);
        }
        assertThat(profile(Set.of()).get(columns - 1).profile().rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {BY_A_JOB, DIRECTLY})
    void saysThatADamagedFileIsOne(long direct) throws IOException {
        mostDirect = direct;
        ruin(files().get(0));
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(() -> profile(Set.of()));
        assertThat(Failure.unreadable(failure, REF)).hasMessageContaining("Sample again");
    }

    @Test
    void keepsStatesSealed() throws IOException {
        profile(Set.of());
        Path states = snapshot.tableFolder(REF).resolve("profile.states");
        String text = Files.readString(states, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("secret").hasSizeLessThan(1_000_000);

        byte[] bytes = Files.readAllBytes(states);
        bytes[bytes.length / 2] ^= 1;
        Files.write(states, bytes);
        assertThat(profile(Set.of()).get(0).profile().rows()).isEqualTo(ROWS);
    }

    private List<ProfiledColumn> profile(Set<Integer> uniqueness) {
        SnapshotReader reader =
                new SnapshotReader(SparkEngine.shared(fixture.workspace()), snapshot, fixture.workspace());
        SnapshotTable table = reader.tables().get(REF);
        return new TableProfiler(reader, fixture.workspace(), mostDirect).profile(table, uniqueness);
    }

    /** As long as the table had some of its files only. */
    private List<ProfiledColumn> profileOf(List<Path> files) {
        List<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).toList();
        Snapshot whole = snapshot;
        snapshot = fixture.ofFiles("a.t", names).snapshot();
        List<ProfiledColumn> profile = profile(Set.of());
        snapshot = whole;
        return profile;
    }

    private List<Path> files() {
        Path home = snapshot.tableFolder(REF);
        return snapshot.manifest().table(REF).files().stream()
                .map(home::resolve)
                .toList();
    }

    /** Breaks a file in a way that nothing but reading it shows. */
    private static void ruin(Path file) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            assertThat(open.length()).isGreaterThan(12_000);
            open.seek(0);
            open.write(new byte[6000]);
        }
        Files.setLastModifiedTime(file, time);
    }
}
