package dev.dayone.readiness.render;

import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.LimitExceededException;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes every form of a run report into the run's folder. Each file is there whole or not at all, and
 * {@code report.json} comes last: its presence says that the run is finished. Thread-safe.
 */
public final class ReportWriter {
    /** The report that people open. */
    public static final String HTML = "report.html";

    /** The report that tools and dayone itself read. */
    public static final String JSON = "report.json";

    /** The report for a pull request or a chat. */
    public static final String MARKDOWN = "summary.md";

    /** The way from this run to production in thirty days. */
    public static final String PLAN = "plan.md";

    /** The report for a build server. */
    public static final String JUNIT = "junit.xml";

    private static final Pattern HALF_CHARACTER = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private final FileSink sink;

    public ReportWriter() {
        this(AtomicFile::write);
    }

    ReportWriter(FileSink sink) {
        this.sink = sink;
    }

    /**
     * Writes all files, and the folder if there is none.
     *
     * @throws DayoneException with code {@code DISK_FULL} or {@code WORKSPACE_NOT_WRITABLE}; {@code report.json} is not
     *     there then
     */
    public void write(RunReport report, Path runFolder) {
        // All is rendered before anything is written, so that a fault in one form leaves an empty folder.
        Map<String, String> files = new LinkedHashMap<>();
        files.put(HTML, HtmlReport.render(report));
        files.put(MARKDOWN, MarkdownSummary.render(report));
        files.put(PLAN, PlanMarkdown.render(report));
        files.put(JUNIT, JunitXml.render(report));
        ValidationResults.render(report).forEach((name, json) -> files.put("validations/" + name, encodable(json)));
        files.put(JSON, encodable(Json.write(report)) + "\n");
        files.forEach((name, text) -> write(runFolder.resolve(name), text));
    }

    /** JSON can say half a character, UTF-8 cannot: text that a source cut in the middle of one is kept as an escape. */
    private static String encodable(String json) {
        return HALF_CHARACTER
                .matcher(json)
                .replaceAll(
                        half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
    }

    private void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            sink.write(file, text);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static DayoneException failure(Path file, IOException e) {
        if (isDiskFull(e)) {
            return new LimitExceededException(
                    ErrorCode.DISK_FULL,
                    "Cannot write '" + file
                            + "': the disk is full. Free some space and run again; the snapshot is kept.",
                    e);
        }
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getClass().getSimpleName();
        return new BadRequestException(
                ErrorCode.WORKSPACE_NOT_WRITABLE,
                "Cannot write '" + file + "': " + reason
                        + ", expected a folder that can be written to. Change its rights or name another with"
                        + " --workspace.",
                e);
    }

    /** The JDK has no type for a full disk, only the system's words. */
    private static boolean isDiskFull(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    /** Writes one file whole or not at all. */
    @FunctionalInterface
    interface FileSink {
        void write(Path file, String text) throws IOException;
    }
}
