package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks suggested from files, put into the pilot, and run. */
class SuggestCommandTest {
    private static final String SUITE = """
            {"name": "tickets", "expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "id"}}]}
            """;

    @TempDir
    private Path folder;

    private Path pilot = Path.of("pilot.yaml");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("tickets.csv"),
                IntStream.range(0, 500)
                        .mapToObj(i -> i + ";" + (i % 3 == 0 ? "open" : "closed") + ";person" + i + "@kit.example")
                        .collect(Collectors.joining("\n", "id;state;email\n", "\n")));
        Files.writeString(folder.resolve("suite.json"), SUITE);
        pilot = Files.writeString(folder.resolve("pilot.yaml"), """
                pilot: tickets
                sources:
                  files: {connector: csv, parameters: {path: '*.csv'}}
                checks:
                  # as exported
                  files.tickets: suite.json
                """);
    }

    @Test
    void saysToSampleFirst() {
        Outcome none = Outcome.of("suggest", pilot.toString());

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("SNAPSHOT_UNKNOWN: Cannot suggest checks of pilot 'tickets': no complete snapshot in")
                .contains("Run 'dayone sample " + pilot + "' first.");
    }

    @Test
    void whatIsAppliedIsCheckedAndNotSuggestedAgain() throws IOException {
        String before = Files.readString(pilot);
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();

        Outcome shown = Outcome.of("suggest", pilot.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .startsWith("checks:\n  files.tickets:\n    # ")
                .contains("{column: state, value_set: [closed, open], mostly: 0.98}", "Failed in 0 of 20 halves.")
                .doesNotContain("kit.example");
        assertThat(pilot).hasContent(before);

        JsonNode suggested = Outcome.of("suggest", pilot.toString(), "--json").json();
        int all = suggested.path("suggestions").size();
        assertThat(all).isGreaterThan(3);
        assertThat(suggested.path("suggestions").findValuesAsText("type"))
                .contains("expect_column_values_to_match_regex", "expect_column_values_to_be_unique");

        Outcome applied = Outcome.of("suggest", pilot.toString(), "--apply");
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.err()).contains("Added " + all + " checks to");
        String after = Files.readString(pilot);
        assertThat(after).contains("  # as exported\n", "    - suite.json\n    # ");
        assertThat(folder.resolve("suite.json")).hasContent(SUITE);

        Outcome again = Outcome.of("suggest", pilot.toString(), "--apply", "--json");
        assertThat(again.json().path("suggestions")).isEmpty();
        assertThat(Files.readString(pilot)).isEqualTo(after);

        Outcome check = Outcome.of("check", pilot.toString());
        assertThat(check.exitCode()).as(check.out() + check.err()).isLessThan(2);
        Path report;
        try (var runs = Files.list(folder.resolve(".dayone/runs"))) {
            report = runs.findFirst().orElseThrow().resolve("report.json");
        }
        JsonNode checks = Json.MAPPER.readTree(report.toFile()).path("checks");
        assertThat(checks)
                .hasSize(all + 1)
                .allMatch(one -> one.path("verdict").asText().equals("PASS"));
    }

    @Test
    void writesToAFile() throws IOException {
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();
        Path file = folder.resolve("checks.yaml");

        Outcome written = Outcome.of("suggest", pilot.toString(), "--output", file.toString());
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("checks:\n  files.tickets:\n");
        Outcome nowhere = Outcome.of(
                "suggest",
                pilot.toString(),
                "--output",
                folder.resolve("none/x.yaml").toString());
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("FILE_NOT_READABLE: Cannot write suggestions to");
    }
}
