package dev.dayone.readiness.render;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.report.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads back the {@code report.json} of a finished run. Thread-safe. */
public final class ReportReader {
    private ReportReader() {}

    /**
     * The report in a file.
     *
     * @throws BadRequestException with code {@code RUN_UNKNOWN} if there is no such file, {@code FILE_NOT_READABLE} if
     *     it is not as dayone writes it or of a newer format
     */
    public static RunReport read(Path reportJson) {
        if (!Files.isRegularFile(reportJson)) {
            throw new BadRequestException(
                    ErrorCode.RUN_UNKNOWN,
                    "Cannot read report '" + reportJson + "': no such file, expected that of a finished run."
                            + " Run 'dayone run' first.");
        }
        try {
            JsonNode json = Json.MAPPER.readTree(Files.readString(reportJson, StandardCharsets.UTF_8));
            int format = json.path("format").asInt();
            if (format > RunReport.FORMAT) {
                throw unreadable(
                        reportJson,
                        "format " + format + ", expected " + RunReport.FORMAT + " at most. Use a newer dayone.",
                        null);
            }
            if (format < 1) {
                throw unreadable(reportJson, "no format number, expected a run report. Run again.", null);
            }
            return Json.MAPPER.treeToValue(json, RunReport.class);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            // A null where a record wants a list is a damaged file too.
            throw unreadable(reportJson, "it is not as dayone writes it. Run again.", e);
        }
    }

    private static BadRequestException unreadable(Path file, String found, @Nullable Exception cause) {
        return new BadRequestException(
                ErrorCode.FILE_NOT_READABLE, "Cannot read report '" + file + "': " + found, cause);
    }
}
