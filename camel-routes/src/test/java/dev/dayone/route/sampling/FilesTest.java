package dev.dayone.route.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.pilot.snapshot.TableManifest.Alteration;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.route.doctor.Doctor;
import dev.dayone.route.doctor.SourceDiagnosis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesTest {
    private static final TableRef DEALS = new TableRef("files", "deals");

    @TempDir
    private Path folder;

    private Pilot pilot(String source) throws IOException {
        return PilotLoader.load(Files.writeString(
                        folder.resolve("pilot.yaml"), "pilot: corpus\nsources:\n  files:\n" + source.indent(4)))
                .pilot();
    }

    private void deals(int rows) throws IOException {
        Files.writeString(
                folder.resolve("deals.csv"),
                "id,closed,amount\n"
                        + IntStream.range(0, rows)
                                .mapToObj(i -> i + ",2024-01-01," + i + ".25")
                                .collect(Collectors.joining("\n")));
    }

    private static TableManifest table(Snapshot snapshot, TableRef ref) {
        return Objects.requireNonNull(snapshot.manifest().table(ref));
    }

    @Test
    void everyFileIsReadWholeUnlessThePilotSaysOtherwise() throws IOException {
        deals(30_000);
        Files.writeString(folder.resolve("people.jsonl"), "{\"id\": 1, \"at\": {\"city\": \"Ulm\"}}\n");
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot("{connector: csv, parameters: {path: '*.csv'}}"));
        assertThat(table(snapshot, DEALS).whole()).isTrue();
        assertThat(table(snapshot, DEALS).used()).isEqualTo(SampleMethod.ALL);
        assertThat(table(snapshot, DEALS).sampledRows()).isEqualTo(30_000);
        assertThat(runs.rows(snapshot, DEALS).get(7)).containsEntry("id", "7").containsEntry("amount", "7.25");
        Snapshot people = runs.run(pilot("{connector: jsonl, parameters: {path: people.jsonl}}"));
        assertThat(runs.rows(people, new TableRef("files", "people")))
                .containsExactly(Map.of("id", "1", "at.city", "Ulm"));
    }

    @Test
    void whatDoesNotFitItsTypeOrIsNoRowIsCounted() throws IOException {
        Files.writeString(
                folder.resolve("deals.csv"),
                "id,closed,amount,won\n1,2024-01-01,1.239,yes\nx,2024-13-01,n/a,perhaps\n3\n4,0000-00-00,99999999999,no\n");
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot(
                "{connector: csv, parameters: {path: deals.csv}, tables: {deals: {schema: {id: long, closed: date,"
                        + " amount: 'decimal(9,2)', won: boolean}}, deals.rejects: {}}}"));
        assertThat(table(snapshot, DEALS).alterations())
                .containsExactlyInAnyOrder(
                        new Alteration("id", "out of range", 1),
                        new Alteration("closed", "out of range", 1),
                        new Alteration("closed", "zero date", 1),
                        new Alteration("amount", "rounded", 1),
                        new Alteration("amount", "out of range", 2),
                        new Alteration("won", "out of range", 1),
                        new Alteration("*", "row set aside: too few values", 1));
        assertThat(runs.rows(snapshot, DEALS))
                .extracting(row -> row.get("amount") + " " + row.get("won"))
                .containsExactly("124 true", "null null", "null false");
        assertThat(runs.rows(snapshot, new TableRef("files", "deals.rejects")))
                .containsExactly(Map.of("line", "4", "reason", "too few values", "body", "3"));
    }

    @Test
    void drawsFromTheWholeFileWhereThePilotAsks() throws IOException {
        deals(20_000);
        Runs runs = new Runs(folder, 0);
        Snapshot snapshot = runs.run(pilot("{connector: csv, parameters: {path: deals.csv},"
                + " tables: {deals: {sample: {method: random, rows: 500}}}}"));
        assertThat(table(snapshot, DEALS).used()).isEqualTo(SampleMethod.RANDOM);
        List<Integer> ids = runs.rows(snapshot, DEALS).stream()
                .map(row -> Integer.valueOf(String.valueOf(row.get("id"))))
                .toList();
        assertThat(ids).hasSize(500).doesNotHaveDuplicates();
        assertThat(ids.stream().filter(id -> id >= 10_000).count()).isBetween(180L, 320L);
    }

    @Test
    void goesOnWhereItWasBrokenOffAndStartsAfreshIfTheFileChanged() throws IOException {
        deals(3_000);
        String source = "{connector: csv, parameters: {path: deals.csv}, limits: {rowsPerSecond: 1000, runRows: 1500}}";
        Runs runs = new Runs(folder, 0);
        assertThatThrownBy(() -> runs.run(pilot(source))).hasFieldOrPropertyWithValue("code", ErrorCode.LIMIT_EXCEEDED);
        List<String> told = new ArrayList<>();
        SampleListener listener = new SampleListener() {
            @Override
            public void resumed(TableRef table, long rows) {
                told.add("resumed at " + rows);
            }

            @Override
            public void startedAfresh(TableRef table, String why) {
                told.add(why);
            }
        };
        Snapshot snapshot = runs.run(pilot(source), listener);
        assertThat(told).containsExactly("resumed at 2000");
        assertThat(runs.rows(snapshot, DEALS))
                .extracting(row -> row.get("id"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 3_000).mapToObj(String::valueOf).toList());
        assertThatThrownBy(() -> runs.run(pilot(source))).hasMessageContaining("runRows");
        deals(2_500);
        told.clear();
        assertThatThrownBy(() -> runs.run(pilot(source), listener)).hasMessageContaining("runRows");
        assertThat(told).containsExactly("the file has changed since it was broken off");
    }

    @Test
    void aFileWrittenToWhileItIsReadIsNotPassedOffAsWhole() throws IOException {
        deals(3_000);
        Runs runs = new Runs(folder, 5);
        AtomicBoolean written = new AtomicBoolean();
        SampleListener writer = new SampleListener() {
            @Override
            public void rows(TableRef table, long rows) {
                try {
                    if (!written.getAndSet(true)) {
                        deals(3_001);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Pilot pilot = pilot("{connector: csv, parameters: {path: deals.csv}, limits: {rowsPerSecond: 1000}}");
        assertThatThrownBy(() -> runs.run(pilot, writer))
                .isInstanceOf(SourceUnavailableException.class)
                .hasFieldOrPropertyWithValue("code", ErrorCode.SOURCE_CHANGED)
                .hasMessageContaining("Cannot read 'deals.csv' in 'files' any further: it was written to meanwhile");
        assertThat(table(runs.run(pilot), DEALS).sampledRows()).isEqualTo(3_001);
    }

    @Test
    void theDoctorSaysWhatFilesHold() throws IOException {
        deals(10);
        Pilot pilot = pilot("{connector: csv, parameters: {path: deals.csv}, tables: {dealz: {}}}");
        SourceDiagnosis diagnosis = Doctor.examine(pilot, folder).get(0);
        assertThat(Objects.requireNonNull(diagnosis.probe()).canWrite()).isFalse();
        assertThat(diagnosis.tables()).extracting(table -> table.name()).containsExactly("deals");
        assertThat(diagnosis.problems())
                .extracting(problem -> problem.text())
                .containsExactly("table 'dealz' is not in 'files', did you mean 'deals'");
    }

    @Test
    void hundredsOfSmallFilesAreSampledInOneRun() throws IOException {
        Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 60; i++) {
            Files.writeString(
                    folder.resolve("many/table_" + i + ".csv"),
                    "id,name,email,amount,at\n"
                            + IntStream.range(0, 200)
                                    .mapToObj(j -> j + ",n" + j + ",p" + j + "@example.com," + j + ".5,2024-01-01")
                                    .collect(Collectors.joining("\n")));
        }
        Snapshot snapshot = new Runs(folder, 0).run(pilot("{connector: csv, parameters: {path: many}}"));
        Map<TableRef, TableManifest> tables = snapshot.manifest().tables();
        assertThat(tables).hasSize(60);
        assertThat(tables.values()).allMatch(table -> table.sampledRows() == 200 && table.whole());
    }
}
