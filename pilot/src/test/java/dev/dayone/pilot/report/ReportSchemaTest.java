package dev.dayone.pilot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReportSchemaTest {
    private static final Path FILE = Path.of("src/main/resources/dev/dayone/pilot/report.schema.json");

    /** With {@code -Ddayone.write=true} it is written anew. */
    @Test
    void isPublishedAsTheRecordsAre() throws IOException {
        String written = ReportSchema.written();
        if (Boolean.getBoolean("dayone.write")) {
            Files.writeString(FILE, written);
        }
        assertThat(Files.readString(FILE))
                .as(FILE + " is older than the records: run this test with -Ddayone.write=true")
                .isEqualTo(written);
    }
}
