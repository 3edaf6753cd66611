package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suites of other tools, from the file to the report, and back into one of Great Expectations. */
class SuiteCommandTest {
    @TempDir
    private Path folder;

    private String pilot = "";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("tickets.csv"), "id;state\n1;open\n2;closed\n3;\n");
        Files.writeString(folder.resolve("users.csv"), "id;name\n1;x\n");
        Files.writeString(folder.resolve("tickets.yml"), """
                checks for tickets:
                  - missing_count(state) = 0
                  - schema:
                      fail:
                        when forbidden column present: [pii_%]
                  - anomaly detection for row_count
                """);
        Files.writeString(folder.resolve("tickets.dqdl"), "Rules = [ IsUnique \"id\" ]");
        pilot = Files.writeString(folder.resolve("pilot.yaml"), """
                        pilot: suites
                        sources:
                          files: {connector: csv, parameters: {path: '*.csv'}}
                        checks:
                          files.tickets: [tickets.yml, tickets.dqdl]
                          files.users:
                            - {type: expect_column_to_exist, kwargs: {column: id}, severity: blocker}
                        """).toString();
    }

    @Test
    void tellsInEveryReportWhatWasNotCarried() throws IOException {
        Outcome run = Outcome.of("run", pilot);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err())
                .contains("tickets.yml: 2 of 3 rules carried; not carried: anomaly detection for row_count")
                .contains("tickets.dqdl: 2 of 2 rules carried");
        Path files;
        try (var runs = Files.list(folder.resolve(".dayone/runs"))) {
            files = runs.findFirst().orElseThrow();
        }
        String why = "cannot be carried: it compares with earlier scans";
        assertThat(Json.MAPPER.readTree(files.resolve("report.json").toFile()).path("checks"))
                .extracting(check -> check.path("type").asText() + " "
                        + check.path("verdict").asText())
                .contains(
                        "expect_column_values_to_not_be_null FAIL",
                        "expect_table_column_names_to_not_match_regex PASS",
                        "expect_column_values_to_be_unique PASS",
                        "rule_not_carried NO_ANSWER");
        assertThat(Files.readString(files.resolve("report.json"))).contains(why);
        assertThat(Files.readString(files.resolve("report.html"))).contains(why, "anomaly detection for row_count");
        assertThat(Files.readString(files.resolve("summary.md"))).contains("anomaly detection for row");
        assertThat(Files.readString(files.resolve("junit.xml")))
                .containsPattern("name=\"anomaly detection for row_count\"[^>]*><skipped message=\"[^\"]*" + why);
    }

    @Test
    void writesASuiteForEachTableAndNamesWhatItLeavesOut() throws IOException {
        Path suites = folder.resolve("suites");
        Outcome written = Outcome.of("suite", pilot, "--output", suites.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.err())
                .contains("files.tickets: left out, as Great Expectations does not know it:"
                        + " expect_table_column_names_to_not_match_regex; anomaly detection for row_count");
        JsonNode suite =
                Json.MAPPER.readTree(suites.resolve("files.tickets.json").toFile());
        assertThat(suite.path("expectations"))
                .extracting(check -> check.path("type").asText())
                .containsExactly(
                        "expect_column_values_to_not_be_null",
                        "expect_column_values_to_be_unique",
                        "expect_table_row_count_to_be_between");
        Outcome again = Outcome.of("suite", pilot, "--output", suites.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("COMMAND_INVALID: Cannot write suite", "is there already", "--replace");
        assertThat(Outcome.of("suite", pilot, "--output", suites.toString(), "--replace")
                        .exitCode())
                .isZero();
    }

    @Test
    void printsTheSuiteOfOneTable() {
        Outcome one = Outcome.of("suite", pilot, "--table", "files.users");
        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.json().path("expectations").path(0).path("severity").asText())
                .isEqualTo("critical");
        Outcome several = Outcome.of("suite", pilot);
        assertThat(several.exitCode()).isEqualTo(2);
        assertThat(several.err()).contains("Cannot write 2 suites of pilot 'suites' to one output: name a table");
        Outcome unknown = Outcome.of("suite", pilot, "--table", "files.user");
        assertThat(unknown.err()).contains("did you mean 'files.users'");
    }
}
