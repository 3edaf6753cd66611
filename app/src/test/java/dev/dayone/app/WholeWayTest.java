package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.report.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from embedded databases to the report, as {@code dayone demo} goes it; then what can be done after. */
class WholeWayTest {
    @TempDir
    static Path folder;

    private static Outcome demo = new Outcome(-1, "", "");

    @BeforeAll
    static void demo() {
        demo = Outcome.of("demo", "--scale", "0.05", "--json", "--workspace", folder.toString());
        assertThat(demo.exitCode()).as(demo.err()).isZero();
    }

    @Test
    void theDemoIsNotReadyForReasonsThatWerePlanted() {
        JsonNode result = demo.json();
        assertThat(result.path("verdict").asText()).isEqualTo("NOT_READY");
        assertThat(result.path("gates"))
                .extracting(gate ->
                        gate.path("name").asText() + " " + gate.path("verdict").asText())
                .containsExactly(
                        "data NOT_READY",
                        "links NOT_READY",
                        "metrics READY",
                        "owner READY",
                        "budget READY",
                        "safety READY");
        assertThat(result.path("findings"))
                .extracting(finding -> finding.path("kind").asText())
                .contains("keys-do-not-join", "check-failed", "default-dates", "stale-table", "personal-data");
        assertThat(result.path("metrics"))
                .allMatch(metric -> metric.path("baseline").isNumber());
        assertThat(result.path("links"))
                .anyMatch(link -> link.path("matched").asLong() > 0
                        && link.path("orphanKeys").asLong() > 0
                        && link.path("cleaners").path(1).path("matched").asLong()
                                > link.path("matched").asLong());
    }

    @Test
    void theCleanTablesHaveNoFindingOfWeight() {
        assertThat(demo.json().path("findings"))
                .filteredOn(finding -> finding.path("place").asText().startsWith("crm.users")
                        || finding.path("place").asText().startsWith("helpdesk.agents"))
                .extracting(finding -> finding.path("severity").asText() + " "
                        + finding.path("kind").asText())
                // People who left are marked so, as they should be.
                .isSubsetOf("MINOR personal-data", "MINOR inactive-by-flag");
    }

    @Test
    void everyFormOfTheReportIsThere() throws IOException {
        Path run =
                Path.of(demo.json().path("report").asText()).resolveSibling(".").normalize();
        assertThat(run).isDirectoryContaining("glob:**report.html").isDirectoryContaining("glob:**summary.md");
        assertThat(run.resolve("junit.xml")).content().contains("<testsuite");
        assertThat(run.resolve("validations/crm.contacts.json")).content().contains("expectation_config");
        JsonNode report = Json.MAPPER.readTree(Files.readString(run.resolve("report.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(RunReport.class.getResourceAsStream("/dev/dayone/pilot/report.schema.json"))
                        .validate(report))
                .isEmpty();
        assertThat(run.resolve("plan.md")).content().contains("Week 3: Controlled launch", "Head of Support");
        assertThat(report.path("budget").path("lines").path(0).path("volume").path("months"))
                .hasSize(3);
        assertThat(report.path("sources").path("helpdesk").path("receipt").path("statements"))
                .extracting(statement -> statement.path("shape").asText())
                .contains("SHOW GRANTS")
                .anyMatch(shape -> shape.endsWith("FROM `tickets` ORDER BY `tickets`.`id` LIMIT ?"));
    }

    @Test
    void nothingReadByPeopleHoldsAPersonalValue() throws IOException {
        JsonNode defects = Json.MAPPER.readTree(Files.readString(folder.resolve("demo/planted-defects.json")));
        assertThat(defects.path("defects").size()).isGreaterThanOrEqualTo(25);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> readable = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("demo")))
                    .toList();
            assertThat(readable).anyMatch(file -> file.toString().endsWith(".parquet"));
            for (Path file : readable) {
                assertThat(addresses(content(file))).as(file.toString()).isEmpty();
            }
        }
        assertThat(addresses(demo.out() + demo.err())).isEmpty();
        // The search is able to find: the pilot's own file holds one.
        assertThat(addresses(Files.readString(folder.resolve("demo/pilot.yaml")) + "x@y.example"))
                .hasSize(1);
    }

    /** Empty for a file that Spark cleared away meanwhile. */
    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** E-mail addresses of the made-up company, which all end alike; the owner's is named in the pilot itself. */
    private static List<String> addresses(String text) {
        return Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.example")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(address -> !address.equals("support-lead@kontorwerk.example"))
                .toList();
    }

    @Test
    void aSnapshotIsCheckedAgainWithoutItsSources() {
        Outcome again = Outcome.of(
                "check", folder.resolve("demo/pilot.yaml").toString(), "--json", "--workspace", folder.toString());
        assertThat(again.exitCode()).as(again.err()).isEqualTo(1);
        assertThat(again.json().path("snapshot")).isEqualTo(demo.json().path("snapshot"));
        assertThat(again.json().path("gates")).isEqualTo(demo.json().path("gates"));
        assertThat(again.json().path("findings")).isEqualTo(demo.json().path("findings"));
    }

    @Test
    void aReportIsShownAndWrittenAgain() {
        Path copy = folder.resolve("copy");
        Outcome shown = Outcome.of(
                "report",
                demo.json().path("run").asText(),
                "--output",
                copy.toString(),
                "--workspace",
                folder.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains(
                        "NOT READY",
                        "support-triage",
                        copy.resolve("report.html").toString());
        assertThat(copy.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void sourcesThatAreGoneAreToldBySource() {
        Outcome gone = Outcome.of(
                "run",
                folder.resolve("demo/pilot.yaml").toString(),
                "--workspace",
                folder.resolve("gone").toString());
        assertThat(gone.exitCode()).isEqualTo(3);
        assertThat(gone.err())
                .contains("SOURCE_UNREACHABLE: Cannot reach 'crm' at 127.0.0.1:")
                .contains("SOURCE_UNREACHABLE: Cannot reach 'helpdesk' at 127.0.0.1:")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("gone/runs")).doesNotExist();
    }
}
