package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that nobody declared, found in files with names of all kinds, pasted into the pilot, and measured. */
class DiscoverCommandTest {
    private static final String PILOT = """
            pilot: undeclared
            sources:
              desk: {connector: csv, parameters: {path: 'desk/*.csv'}}
              shop: {connector: csv, parameters: {path: 'shop/*.csv'}}
            """;

    @TempDir
    private Path folder;

    private Path pilot = Path.of("pilot.yaml");

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("desk"));
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(
                folder.resolve("desk/заявки.csv"),
                IntStream.range(0, 900)
                        .mapToObj(i -> i + ";" + code(i % 400) + ";" + (i % 5 == 0 ? "X-0" : "note " + i))
                        .collect(Collectors.joining("\n", "nr;wer ist's;note\n", "\n")));
        Files.writeString(
                folder.resolve("shop/select.csv"),
                IntStream.range(0, 400)
                        .mapToObj(i -> code(i) + ";person" + i + "@kit.example")
                        .collect(Collectors.joining("\n", "order;email\n", "\n")));
        Files.writeString(folder.resolve("shop/empty.csv"), "id;order\n");
        pilot = Files.writeString(folder.resolve("pilot.yaml"), PILOT);
    }

    private static String code(int i) {
        return "KD-" + (100_000 + i * 37);
    }

    @Test
    void saysToSampleFirst() {
        Outcome none = Outcome.of("discover", pilot.toString());

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err())
                .contains("SNAPSHOT_UNKNOWN: Cannot discover links in pilot 'undeclared': no complete snapshot in")
                .contains("Run 'dayone sample " + pilot + "' first.");
    }

    @Test
    void whatIsPastedIsMeasuredAndNotFoundAgain() throws IOException {
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();

        Outcome shown = Outcome.of("discover", pilot.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out())
                .startsWith("flow:\n  links:\n    # Of 400 different values compared, 400 stand there too")
                .contains("100% of 900 rows with a key are found.")
                .contains("- {from: 'desk.заявки.\"wer ist''s\"', to: shop.select.order, coverage: 0.98}")
                .doesNotContain("kit.example", "KD-1");
        assertThat(shown.err()).contains("1 link that the pilot does not name");

        JsonNode found = Outcome.of("discover", pilot.toString(), "--json").json();
        assertThat(found.path("tables").asInt()).isEqualTo(3);
        assertThat(found.path("links")).hasSize(1);
        JsonNode report = Outcome.of("check", pilot.toString(), "--json").json();
        assertThat(report.path("verdict").asText()).isEqualTo("NOT_READY");

        Files.writeString(pilot, PILOT + shown.out().replace("flow:\n", "flow:\n  start: desk.заявки\n"));
        Outcome again = Outcome.of("discover", pilot.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("0 links that the pilot does not name");
    }

    @Test
    void asksForTheRowsThatProveWhatWasReadInPart() throws IOException {
        Files.writeString(pilot, """
                pilot: undeclared
                sources:
                  desk: {connector: csv, parameters: {path: 'desk/*.csv'}}
                  shop:
                    connector: csv
                    parameters: {path: 'shop/*.csv'}
                    tables: {select: {sample: {method: random, rows: 150}}}
                """);
        assertThat(Outcome.of("sample", pilot.toString()).exitCode()).isZero();

        Outcome open = Outcome.of("discover", pilot.toString());
        assertThat(open.out()).contains("of which no more than a part was read", "not proved yet");
        assertThat(open.err()).contains("1 of them to tables that were read in part: --ask reads the rows");

        Outcome proved = Outcome.of("discover", pilot.toString(), "--ask");
        assertThat(proved.exitCode()).as(proved.err()).isZero();
        assertThat(proved.out())
                .contains("100% of 900 rows with a key are found.")
                .doesNotContain("not proved yet");
        assertThat(proved.err()).contains("Asked shop: ").doesNotContain("--ask reads");
        try (Stream<Path> snapshots = Files.list(folder.resolve(".dayone/snapshots"))) {
            assertThat(snapshots).as("the second sample is not kept").hasSize(1);
        }
    }
}
