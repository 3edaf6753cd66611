package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pilot whose sources are files alone, from the doctor to the verdict. */
class FilePilotTest {
    @TempDir
    private Path folder;

    private String pilot = "";

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("exports"));
        Files.writeString(
                folder.resolve("exports/contacts.csv"),
                "id;email;city\n"
                        + IntStream.range(0, 300)
                                .mapToObj(i -> i + ";person" + i + "@kit.example;Ulm")
                                .collect(Collectors.joining("\n"))
                        + "\n300;broken@kit.example\n");
        Files.writeString(
                folder.resolve("exports/tickets.jsonl"),
                IntStream.range(0, 400)
                        .mapToObj(
                                i -> "{\"id\": " + i + ", \"by\": {\"contact\": " + i % 310 + "}, \"subject\": \"s\"}")
                        .collect(Collectors.joining("\n")));
        Path file = Files.writeString(folder.resolve("pilot.yaml"), """
                pilot: files-alone
                sources:
                  crm:
                    connector: csv
                    parameters: {path: exports/*.csv}
                  helpdesk:
                    connector: jsonl
                    parameters: {path: exports/tickets.jsonl}
                flow:
                  start: helpdesk.tickets
                  links:
                    - {from: 'helpdesk.tickets."by.contact"', to: crm.contacts.id, coverage: 0.9}
                needs: {crm.contacts: [email]}
                checks:
                  crm.contacts:
                    - {type: expect_column_values_to_not_be_null, kwargs: {column: city}, severity: blocker}
                """);
        pilot = file.toString();
    }

    @Test
    void goesFromTheDoctorToTheVerdict() {
        Outcome doctor = Outcome.of("doctor", pilot);
        assertThat(doctor.exitCode()).as(doctor.err()).isZero();
        assertThat(doctor.out()).contains("CSV (1 file)", "contacts", "contacts.rejects", "can only read", "tickets");
        Outcome sample = Outcome.of("sample", pilot, "--json");
        assertThat(sample.exitCode()).as(sample.err()).isZero();
        Outcome run = Outcome.of("run", pilot, "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        JsonNode result = run.json();
        assertThat(result.path("gates"))
                .extracting(gate ->
                        gate.path("name").asText() + " " + gate.path("verdict").asText())
                .contains("data NOT_READY", "links READY", "safety READY");
        assertThat(result.path("findings"))
                .anySatisfy(finding -> {
                    assertThat(finding.path("kind").asText()).isEqualTo("rows-set-aside");
                    assertThat(finding.path("place").asText()).isEqualTo("crm.contacts");
                })
                .noneSatisfy(finding -> assertThat(finding.toString()).contains("broken@kit.example"));
        Outcome check = Outcome.of("check", pilot, "--json");
        assertThat(check.json().path("gates")).isEqualTo(result.path("gates"));
        assertThat(result.toString() + doctor.out() + run.err()).doesNotContain("@kit.example");
    }

    @Test
    void aConnectorIsTriedFromTheCommandLine() {
        String path = Path.of("").toAbsolutePath().relativize(folder).toString();
        assertThat(Outcome.of("connectors", "test", "csv", "--set", "path=" + path)
                        .exitCode())
                .isEqualTo(2);
        Outcome none = Outcome.of("connectors", "test", "connectors/none.kamelet.yaml");
        assertThat(none.err())
                .startsWith(
                        "FILE_NOT_FOUND: Cannot try connector 'connectors/none.kamelet.yaml': there is no such file");
        Outcome tried = Outcome.of("connectors", "test", "csv", "--set", "path=src/test/resources/kit/*.csv", "--json");
        assertThat(tried.exitCode()).as(tried.out() + tried.err()).isZero();
        assertThat(tried.json()).hasSize(7);
        assertThat(Outcome.of("connectors", "test", "csv", "--set", "path=src/test/resources/kit/*.csv")
                        .out())
                .containsPattern("PASSED +reads to the end +3 rows of 1 tables")
                .containsPattern("SKIPPED +wrong credential");
    }
}
