package dev.dayone.readiness.engine;

import static dev.dayone.readiness.SnapshotFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import dev.dayone.readiness.SnapshotFixture;
import dev.dayone.readiness.encryption.SnapshotEncryption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@org.jspecify.annotations.NullUnmarked
class StageTest {
    @TempDir
    private Path folder;

    private SparkSession session;
    private SnapshotFixture fixture;
    private List<Path> files;

    @BeforeEach
    void sample() throws IOException {
        fixture = new SnapshotFixture(folder.resolve("workspace"))
                .whole("crm.people", List.of("id bigint", "city string"), row(1L, "Ulm"), row(2L, "Bonn"));
        session = SparkEngine.shared(fixture.workspace()).session();
        session.sparkContext().hadoopConfiguration().set("fs.trial.impl", TrialFileSystem.class.getName());
        files = here();
        TrialFileSystem.WRITTEN.set(0);
        TrialFileSystem.OPENED.set(0);
    }

    @AfterEach
    void end() {
        TrialFileSystem.trouble = TrialFileSystem.Trouble.NONE;
        session.sparkContext().hadoopConfiguration().unset("fs.trial.impl");
    }

    @Test
    void jobsReadCopiesAndPlansNameTheFiles() throws IOException {
        TableFiles staged = staged(stage(), "snap");
        assertThat(staged.rows().inputFiles()).allMatch(file -> file.startsWith("file:/"));
        assertThat(copies()).isEmpty();

        assertThat(cities(staged)).containsExactlyInAnyOrder("Bonn", "Ulm");
        assertThat(TrialFileSystem.OPENED).hasPositiveValue();
        assertThat(copies()).hasSameSizeAs(files).doesNotContainAnyElementsOf(List.of(folder.resolve("tmp")));
        for (Path copy : copies()) {
            assertThat(String.valueOf(copy)).doesNotContain("crm", "people");
            assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Ulm", "Bonn");
        }
    }

    @Test
    void copiesAreFoundAgain() {
        cities(staged(stage(), "snap"));
        assertThat(TrialFileSystem.WRITTEN).hasValue(files.size());
        cities(staged(stage(), "snap"));
        assertThat(TrialFileSystem.WRITTEN).hasValue(files.size());
    }

    @Test
    void onlyFilesThatChangedAreCopiedAgain() throws IOException {
        cities(staged(stage(), "snap"));
        String first = String.valueOf(files.get(0).getFileName());
        new SnapshotFixture(folder.resolve("workspace"))
                .whole("crm.people", List.of("id bigint", "city string"), row(3L, "Jena"), row(4L, "Hof"));
        files = here();
        assertThat(files).noneMatch(file -> file.endsWith(first));
        // Under its former name, as a file that was replaced.
        Files.move(files.get(0), files.get(0).resolveSibling(first));
        files = here();
        TrialFileSystem.WRITTEN.set(0);
        assertThat(cities(staged(stage(), "snap"))).containsExactlyInAnyOrder("Jena", "Hof");
        assertThat(TrialFileSystem.WRITTEN).hasValue(files.size());
    }

    @Test
    void aCopyThatLostItsEndIsMadeAnew() throws IOException {
        cities(staged(stage(), "snap"));
        Path torn = copies().get(0);
        Files.write(torn, new byte[10]);
        assertThat(cities(staged(stage(), "snap"))).containsExactlyInAnyOrder("Bonn", "Ulm");
        assertThat(TrialFileSystem.WRITTEN).hasValue(files.size() + 1);
        assertThat(torn).isNotEmptyFile().hasSize(Files.size(files.get(index(torn))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOSES_THE_END", "BREAKS_OFF"})
    void halfACopyIsNeverReadNorLeft(TrialFileSystem.Trouble trouble) throws IOException {
        TrialFileSystem.trouble = trouble;
        Stage broken = stage();
        assertThatThrownBy(() -> broken.copies("snap", files))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessage("Cannot copy to the stage '" + uri()
                        + "': it does not answer (IOException), expected a store that answers. See docs/spark.md.");
        assertThat(broken.failure()).isNotNull();
        assertThat(copies()).isNotEmpty().allMatch(copy -> copy.toString().contains("/tmp/"));

        TrialFileSystem.trouble = TrialFileSystem.Trouble.NONE;
        Stage again = stage();
        again.tidy();
        assertThat(copies()).isEmpty();
        assertThat(cities(staged(again, "snap"))).containsExactlyInAnyOrder("Bonn", "Ulm");
        assertThat(again.failure()).isNull();
    }

    @Test
    void copiesGoWithTheirSnapshotAlone() throws IOException {
        stage().copies("snap", files);
        stage().copies("gone", files);
        Path others = Files.createDirectories(folder.resolve("stage/dayone-0123456789abcdef/gone"));
        stage().tidy();
        assertThat(copies()).hasSameSizeAs(files).allMatch(copy -> copy.toString()
                .contains("/snap/"));
        assertThat(others).exists();
    }

    @Test
    void copiesThatMayBeDamagedAreRemovedAndMadeAnew() throws IOException {
        Stage stage = stage();
        cities(staged(stage, "snap"));
        stage.drop();
        assertThat(copies()).isEmpty();
        assertThat(cities(staged(stage, "snap"))).containsExactlyInAnyOrder("Bonn", "Ulm");
    }

    @Test
    void whatIsNotEncryptedStaysHere() throws IOException {
        Path plain = folder.resolve("plain");
        staged(stage(), "snap").rows().coalesce(1).write().parquet(plain.toString());
        try (Stream<Path> written = Files.list(plain)) {
            files = written.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        TrialFileSystem.WRITTEN.set(0);
        Stage stage = stage();
        assertThatThrownBy(() -> stage.copies("snap", files))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("it is not encrypted, expected it as dayone writes it.");
        assertThat(TrialFileSystem.WRITTEN).hasValue(0);
    }

    @Test
    void whoMayNotWriteIsToldSoWithoutWhatTheStoreSays() {
        TrialFileSystem.trouble = TrialFileSystem.Trouble.DENIES;
        Stage stage = stage();
        assertThatThrownBy(() -> stage.copies("snap", files))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(
                        "Cannot copy to the stage '" + uri() + "': access is denied (AccessDeniedException), expected"
                                + " an account that may list, read, write and delete there. See docs/spark.md.")
                .satisfies(failure ->
                        assertThat(((DayoneException) failure).code()).isEqualTo(ErrorCode.STAGE_UNFIT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing:/x | there is no such file system (UnsupportedFileSystemException)",
                "lost:/x | there is no such file system (ClassNotFoundException)",
            })
    void aFileSystemThatThisSparkDoesNotHaveIsToldSo(String uri, String found) {
        Configuration hadoop = new Configuration();
        hadoop.set("fs.lost.impl", "no.such.Store");
        assertThatThrownBy(() -> Stage.of(new StageUri(uri), hadoop, fixture.workspace()))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("Cannot copy to the stage '" + uri + "': " + found
                        + ", expected one that this Spark has: S3A" + " needs hadoop-aws. See docs/spark.md.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket",
                "s3a:bucket",
                "s3a:///x",
                "s3a://b/x?versions",
                "C:\\x",
                "hdfs://a b/",
                "s3a://id:s3cr3t@b/x"
            })
    void addressesThatAreNoneAreRefusedWithoutTheirKeys(String text) {
        assertThatThrownBy(() -> new StageUri(text))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("Cannot use the stage")
                .hasMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3a://b",
                "s3a://b_1/x",
                "hdfs:///x",
                "hdfs://h:8020/x",
                "abfs://c@a.dfs.core.windows.net/x",
                "file:///x"
            })
    void addressesOfHadoopsFileSystemsAreTaken(String text) {
        assertThat(new StageUri(text)).hasToString(text);
    }

    @Test
    void keysAreOpenedWhereTheWorkspaceIsNotSeen() throws IOException {
        assertThat(SnapshotEncryption.readElsewhere(fixture.workspace()).values())
                .noneMatch(value -> value.contains(key()))
                .contains(WorkspaceKey.sealed(fixture.workspace()));
        String sealed = WorkspaceKey.sealed(fixture.workspace());
        String id = WorkspaceKey.open(fixture.workspace()).id();
        Files.delete(fixture.workspace().keyRingFile());
        assertThat(WorkspaceKey.open(fixture.workspace(), sealed).id()).isEqualTo(id);
        Files.delete(fixture.workspace().keyFile());
        assertThatThrownBy(() -> WorkspaceKey.open(fixture.workspace(), sealed))
                .isInstanceOf(BadRequestException.class);
    }

    private String key() {
        try {
            return Files.readString(fixture.workspace().keyFile()).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private StageUri uri() {
        return new StageUri("trial:" + folder.resolve("stage"));
    }

    private Stage stage() {
        return Stage.of(uri(), session.sparkContext().hadoopConfiguration(), fixture.workspace());
    }

    private TableFiles staged(Stage stage, String snapshot) {
        return new TableFiles(
                session,
                SnapshotReader.schema(
                        List.of(SnapshotFixture.column("id bigint"), SnapshotFixture.column("city string"))),
                SnapshotEncryption.readElsewhere(fixture.workspace()),
                files,
                new StagedIndex.Copies(stage, snapshot, files));
    }

    private static List<String> cities(TableFiles files) {
        return files.rows().select("c1").collectAsList().stream()
                .map((Row row) -> row.getString(0))
                .toList();
    }

    private List<Path> here() throws IOException {
        try (Stream<Path> found =
                Files.list(fixture.workspace().snapshotFolder("snap").resolve("s/t0"))) {
            return found.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private int index(Path copy) {
        return files.stream().map(Path::getFileName).toList().indexOf(copy.getFileName());
    }

    private List<Path> copies() throws IOException {
        Path stage = folder.resolve("stage");
        if (!Files.isDirectory(stage)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(stage)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }
}
