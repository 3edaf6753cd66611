package dev.dayone.pilot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.error.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks put into pilot files of every way of writing, and what stays as it is. */
@NullUnmarked
class CheckAdditionTest {
    private static final String HEAD = """
            pilot: p   # the pilot
            sources:
              a: {connector: csv, parameters: {path: x.csv}}
            """;
    private static final CheckAddition NEW = new CheckAddition(
            new TableRef("a", "x"), of("expect_column_to_exist", Map.of("column", "id")), List.of("Seen: 1", "Twice"));
    private static final String LINE = "- {type: expect_column_to_exist, kwargs: {column: id}, severity: minor}";

    @TempDir
    private Path folder;

    private static Expectation of(String type, Map<String, Object> kwargs) {
        return new Expectation(type, kwargs, Severity.MINOR, Map.of());
    }

    private String added(String text, CheckAddition... additions) throws IOException {
        Path file = Files.writeString(folder.resolve("pilot.yaml"), text);
        PilotFile pilot = PilotLoader.load(file);
        CheckAddition.toFile(pilot, List.of(additions));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(one -> one.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
        return Files.readString(file);
    }

    @Test
    void aPilotWithoutChecksGetsThemAtItsEnd() throws IOException {
        assertThat(added(HEAD + "# the end\n", NEW))
                .isEqualTo(HEAD + "\nchecks:\n  a.x:\n    # Seen: 1\n    # Twice\n    " + LINE + "\n# the end\n");
    }

    @Test
    void checksOfATableStandBehindThoseThatAreThere() throws IOException {
        String before = HEAD + """
                checks:   # what must hold
                    a.y:
                        - {type: expect_column_to_exist, kwargs: {column: y}}
                    a.x:
                      # the first
                      - type: expect_column_to_exist
                        kwargs:
                          column: x   # here

                """;
        String after = "# of the flow\nneeds: {a.x: [id]}\n";
        assertThat(added(before + after, NEW))
                .isEqualTo(before.stripTrailing() + "\n      # Seen: 1\n      # Twice\n      " + LINE + "\n\n" + after);
    }

    @Test
    void newTablesStandBehindTheLastOneThatIsThere() throws IOException {
        String before = HEAD + "checks:\n  a.x:\n    - {type: expect_column_to_exist, kwargs: {column: x}}\n";
        CheckAddition other = new CheckAddition(new TableRef("a", "z"), NEW.check(), List.of());
        assertThat(added(before, other, NEW))
                .isEqualTo(before + "    # Seen: 1\n    # Twice\n    " + LINE + "\n  a.z:\n    " + LINE + "\n");
    }

    @Test
    void aListInBracketsStaysOne() throws IOException {
        String before = HEAD + "checks: \n  a.x: [{type: expect_column_to_exist, kwargs: {column: x}}]  # one\n";
        assertThat(added(before, NEW)).isEqualTo(before.replace("}}]", "}}, " + LINE.substring(2) + "]"));
        String none = HEAD + "checks:\n  a.x: []\n";
        assertThat(added(none, NEW)).isEqualTo(none.replace("[]", "[" + LINE.substring(2) + "]"));
    }

    @Test
    void aSuiteStaysTheFirstOfAList() throws IOException {
        Files.writeString(
                folder.resolve("suite.json"),
                "{\"name\": \"s\", \"expectations\": [{\"type\": \"expect_column_to_exist\", \"kwargs\": {\"column\": \"x\"}}]}");
        String text = added(HEAD + "checks:\n  a.x: suite.json # ours\n", NEW);

        assertThat(text)
                .isEqualTo(HEAD + "checks:\n  a.x: \n    - suite.json # ours\n    # Seen: 1\n    # Twice\n    " + LINE
                        + "\n");
        assertThat(PilotLoader.load(folder.resolve("pilot.yaml"))
                        .pilot()
                        .checks()
                        .get(new TableRef("a", "x")))
                .hasSize(2);
    }

    @Test
    void keepsLineEndsAndTheMarkAtTheBeginning() throws IOException {
        String windows = "\uFEFF"
                + (HEAD + "checks:\n  a.x:\n    - {type: expect_column_to_exist, kwargs: {column: x}}\n")
                        .replace("\n", "\r\n");
        assertThat(added(windows, NEW))
                .isEqualTo(windows + ("    # Seen: 1\n    # Twice\n    " + LINE + "\n").replace("\n", "\r\n"));
        assertThat(added(HEAD.stripTrailing(), NEW)).startsWith(HEAD + "\nchecks:\n");
    }

    @Test
    void oddNamesAndValuesAreReadBackAsTheyAre() throws IOException {
        TableRef table = new TableRef("a", "Größe \"x\".y: #\n");
        Expectation odd = of(
                "expect_column_values_to_be_in_set",
                Map.of(
                        "column",
                        "no: [] {} 'x' \\ \u0085\u2028 \uD83D\uDE00 \t",
                        "value_set",
                        List.of("yes", "null", "~", "1e3", "- a", "# b", "", " c ", "2026-01-01"),
                        "mostly",
                        0.97));
        added(HEAD, new CheckAddition(table, odd, List.of("a\nb: c")));

        assertThat(PilotLoader.load(folder.resolve("pilot.yaml")).pilot().checks())
                .containsExactly(Map.entry(table, List.of(odd)));
    }

    @Test
    void leavesAFileAloneIntoWhichNoLineCanBeInserted() throws IOException {
        for (String checks :
                List.of("checks: {a.x: [{type: expect_column_to_exist, kwargs: {column: x}}]}\n", "checks: {}\n")) {
            assertThatThrownBy(() -> added(HEAD + checks, NEW))
                    .as(checks)
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("Cannot add checks to pilot")
                    .hasMessageContaining("without --apply");
            assertThat(Files.readString(folder.resolve("pilot.yaml"))).isEqualTo(HEAD + checks);
        }
    }
}
