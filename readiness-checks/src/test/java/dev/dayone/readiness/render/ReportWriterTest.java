package dev.dayone.readiness.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.AtomicFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportWriterTest {
    @TempDir
    private Path folder;

    @Test
    void writesEveryFormAndTheReportLast() throws Exception {
        List<String> order = new ArrayList<>();
        Path run = folder.resolve("runs/1");
        new ReportWriter((file, text) -> {
                    order.add(run.relativize(file).toString().replace('\\', '/'));
                    AtomicFile.write(file, text);
                })
                .write(Reports.plain(), run);

        assertThat(order)
                .containsExactly(
                        "report.html",
                        "summary.md",
                        "plan.md",
                        "junit.xml",
                        "validations/helpdesk.tickets.json",
                        "report.json");
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(6);
        }
    }

    @Test
    void readsBackWhatItWrote() {
        for (RunReport report : List.of(Reports.plain(), Reports.empty(), Reports.with(Hostile.ALL))) {
            new ReportWriter().write(report, folder);

            assertThat(ReportReader.read(folder.resolve("report.json"))).isEqualTo(report);
        }
    }

    @Test
    void namesAFullDiskAndLeavesNoReport() {
        ReportWriter writer = new ReportWriter(failingAt("junit.xml", "No space left on device"));

        assertThatThrownBy(() -> writer.write(Reports.plain(), folder))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("the disk is full")
                .extracting(e -> ((DayoneException) e).code())
                .isEqualTo(ErrorCode.DISK_FULL);
        assertThat(folder.resolve("report.html")).exists();
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    void namesAFolderThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new ReportWriter().write(Reports.plain(), file))
                .isInstanceOf(BadRequestException.class)
                .hasMessageStartingWith("Cannot write '" + file)
                .extracting(e -> ((DayoneException) e).code())
                .isEqualTo(ErrorCode.WORKSPACE_NOT_WRITABLE);
    }

    @Test
    void refusesAReportThatIsMissingDamagedOrNewer() throws Exception {
        Path report = folder.resolve("report.json");
        assertThatThrownBy(() -> ReportReader.read(report))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no such file");

        for (String damaged : List.of("", "{", "[]", "{\"format\": 1}", "{\"format\": 1, \"gates\": 7}", "null")) {
            Files.writeString(report, damaged);
            assertThatThrownBy(() -> ReportReader.read(report))
                    .as(damaged)
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("Cannot read report");
        }

        Files.writeString(report, "{\"format\": 99}");
        assertThatThrownBy(() -> ReportReader.read(report)).hasMessageContaining("format 99, expected 1 at most");
    }

    private static ReportWriter.FileSink failingAt(String name, String reason) {
        return (file, text) -> {
            if (file.endsWith(name)) {
                throw new FileSystemException(file.toString(), null, reason);
            }
            AtomicFile.write(file, text);
        };
    }
}
