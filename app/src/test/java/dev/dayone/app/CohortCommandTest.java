package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort chosen on files. */
class CohortCommandTest {
    @TempDir
    private Path folder;

    private Path pilot = Path.of("pilot.yaml");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("tickets.csv"),
                IntStream.range(0, 3_000)
                        .mapToObj(i -> (i % 100 == 7 ? "" : i) + ";" + (i % 3 == 0 ? "open" : "closed") + ";"
                                + i * 7 % 100 + ";2026-01-0" + (1 + i % 9) + ";person" + i + "@kit.example")
                        .collect(Collectors.joining("\n", "id;state;score;day;email\n", "\n")));
        pilot = Files.writeString(folder.resolve("pilot.yaml"), """
                pilot: tickets
                sources:
                  files: {connector: csv, parameters: {path: '*.csv'}}
                flow: {start: files.tickets, links: []}
                """);
    }

    @Test
    void choosesTheSameRecordsEachTimeAndSaysWhetherTheyStandForTheWhole() throws IOException {
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();
        Outcome keyless = Outcome.of("cohort", pilot.toString(), "--share", "0.25");
        assertThat(keyless.exitCode()).isEqualTo(2);
        assertThat(keyless.err())
                .contains("COMMAND_INVALID: Cannot choose a cohort: 'files.tickets' has no key")
                .contains("--key SOURCE.TABLE.COLUMN");

        String[] command = {"cohort", pilot.toString(), "--share", "0.25", "--key", "files.tickets.id", "--json"};
        Outcome first = Outcome.of(command);
        Outcome again = Outcome.of(command);

        assertThat(first.exitCode()).as(first.err()).isZero();
        JsonNode cohort = Json.MAPPER.readTree(first.out());
        assertThat(cohort.path("verdict").asText()).isEqualTo("REPRESENTATIVE");
        assertThat(cohort.path("rows").asLong()).isEqualTo(2_970);
        assertThat(cohort.path("withoutKey").asLong()).isEqualTo(30);
        assertThat(cohort.path("chosen").asLong()).isBetween(650L, 840L);
        assertThat(cohort.path("columns")).hasSize(4);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(first.out()).doesNotContain("kit.example", "closed");
        try (Stream<Path> files = Files.walk(folder.resolve(".dayone/cohorts"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).contains("cohort.md", "cohort.json");
        }
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertWrong("COMMAND_INVALID: Cannot choose a cohort of share '1.5'", "--share", "1.5");
        assertWrong("COMMAND_INVALID: Cannot choose a cohort of share 'half'", "--share", "half");
        assertWrong("COMMAND_INVALID: Cannot choose a cohort by 'id'", "--share", "0.5", "--key", "id");
        assertWrong("SNAPSHOT_UNKNOWN: Cannot choose a cohort of pilot 'tickets'", "--share", "0.5");
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();
        assertWrong(
                "COLUMN_UNKNOWN: Cannot choose a cohort by 'files.tickets.ids': Table 'files.tickets' has no column",
                "--share",
                "0.5",
                "--key",
                "files.tickets.ids");
        assertWrong(
                "TABLE_UNKNOWN: Cannot choose a cohort of 'files.other'", "--share", "0.5", "--key", "files.other.id");
    }

    @Test
    void refusesAKeyThatProductionWritesInAnotherWay() throws IOException {
        Files.writeString(pilot, """
                pilot: tickets
                sources:
                  files:
                    connector: csv
                    parameters: {path: '*.csv'}
                    tables: {tickets: {hash: [email], schema: {score: double}}}
                flow: {start: files.tickets, links: []}
                """);
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();

        assertWrong(
                "Cannot choose a cohort by 'files.tickets.email': the pilot keeps only its keyed hash, expected a key"
                        + " that is a text, a whole number or a date, as production has it.",
                "--share",
                "0.5",
                "--key",
                "files.tickets.email");
        assertWrong(
                "'files.tickets.score': it is a floating-point number",
                "--share",
                "0.5",
                "--key",
                "files.tickets.score");
    }

    @Test
    void countsKeysOfManyRowsAndDoesNotTakeTheirRowsForEvidence() throws IOException {
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();

        Outcome outcome = Outcome.of("cohort", pilot.toString(), "--share", "0.5", "--key", "files.tickets.day");

        assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
        assertThat(outcome.out()).contains("the rows have 9 keys", "NOT ENOUGH EVIDENCE", "would tell");
    }

    private void assertWrong(String message, String... options) {
        Outcome outcome = Outcome.of(Stream.concat(Stream.of("cohort", pilot.toString()), Stream.of(options))
                .toArray(String[]::new));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
    }
}
