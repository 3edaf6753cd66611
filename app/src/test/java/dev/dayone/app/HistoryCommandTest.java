package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a pilot one after the other, and what the next one says of those before. */
class HistoryCommandTest {
    private static final String PILOT = """
            pilot: remembered
            sources:
              crm:
                connector: csv
                parameters: {path: exports/*.csv}
            checks:
              crm.contacts:
                - {type: expect_column_values_to_not_be_null, kwargs: {column: city, mostly: 0.9}, severity: blocker}
            metrics:
              - {name: contacts, sql: "SELECT count(*) FROM crm.contacts"}
            """;

    @TempDir
    private Path folder;

    @Test
    void tellsWhatChangedFromRunToRun() throws IOException {
        String pilot = write(PILOT);
        contacts(300, 0, "id,email,city");
        JsonNode first = Outcome.of("run", pilot, "--json").json();
        contacts(400, 200, "id,email,city,phone");
        Outcome second = Outcome.of("run", pilot);
        assertThat(second.exitCode()).as(second.err()).isEqualTo(1);
        assertThat(second.out())
                .contains("Since the last run", "The", "known since", "new")
                .contains("Column phone of crm.contacts is new");

        Outcome history = Outcome.of("history", pilot);
        assertThat(history.exitCode()).as(history.err()).isZero();
        assertThat(history.out())
                .contains("RUN", "VERDICT", first.path("run").asText(), "contacts 300", "contacts 400 ↑");
        JsonNode runs = Outcome.of("history", pilot, "--json", "--last", "1").json();
        assertThat(runs).hasSize(1);
        assertThat(runs.get(0).path("rows").asLong()).isEqualTo(400);
        assertThat(runs.get(0).path("failing").asLong()).isEqualTo(1);
        assertThat(runs.get(0).path("before").path("contacts").asDouble()).isEqualTo(300);

        String workspace = folder.resolve(".dayone").toString();
        Outcome diff = Outcome.of("diff", "previous", "latest", "--workspace", workspace);
        assertThat(diff.exitCode()).as(diff.err()).isZero();
        assertThat(diff.out())
                .contains(
                        "Column phone of crm.contacts is new",
                        "crm.contacts: rows is 400, was 300",
                        "contacts: baseline is 400, was 300",
                        "crm.contacts.city is FAIL, was PASS",
                        "crm.contacts.city: share filled is 50%, was 100%")
                .doesNotContain("@kit.example");
        assertThat(Outcome.of("diff", "--pilot", pilot).out()).isEqualTo(diff.out());
        Outcome same = Outcome.of("diff", "latest", "latest", "--workspace", workspace);
        assertThat(same.out()).contains("Nothing changed beyond what sampling explains.");

        Outcome unknown = Outcome.of("diff", first.path("run").asText() + "x", "latest", "--workspace", workspace);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("RUN_UNKNOWN: Cannot find run '")
                .contains("did you mean '" + first.path("run").asText() + "'")
                .hasLineCount(1);

        String newest = runs.get(0).path("run").asText();
        Path run = folder.resolve(".dayone/runs").resolve(newest);
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Since the last run", "Column phone of crm.contacts is new", "known since");
        assertThat(Files.readString(run.resolve("summary.md")))
                .contains("## Since the last run", "known since", ", new)");
        assertThat(Files.readAllBytes(folder.resolve(".dayone/history.mv.db")))
                .asString()
                .doesNotContain("@kit.example");
    }

    @Test
    void saysWhatIsNotAsItWasInSevenRunsBefore() throws IOException {
        contacts(400, 2, "id,email,city");
        String pilot = write(PILOT);
        JsonNode first = Outcome.of("run", pilot, "--json").json();
        for (int day = 1; day <= 6; day++) {
            copyOfEarlier(first, day);
        }
        assertThat(kinds(Outcome.of("run", pilot, "--json").json())).doesNotContain("drift");
        assertThat(Outcome.of("history", pilot, "--json").json()).hasSize(8);

        contacts(400, 120, "id,email,city");
        Outcome drifted = Outcome.of("run", pilot, "--json");

        assertThat(drifted.json().path("findings"))
                .filteredOn(finding -> finding.path("kind").asText().equals("drift"))
                .extracting(finding -> finding.path("place").asText())
                .containsExactly("crm.contacts.city");
        assertThat(Outcome.of("check", pilot).out()).contains("crm.contacts.city");
    }

    @Test
    void reviewsTheMonthsSinceTheFirstRun() throws IOException {
        contacts(300, 0, "id,email,city");
        String pilot = write(PILOT);
        Outcome none = Outcome.of("review", pilot);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).startsWith("RUN_UNKNOWN: Cannot review pilot 'remembered'");
        JsonNode run = Outcome.of("run", pilot, "--json").json();
        copyOfEarlier(run, 100);
        contacts(450, 0, "id,email,city");
        JsonNode newest = Outcome.of("run", pilot, "--json").json();

        Outcome review = Outcome.of("review", pilot, "--json");

        assertThat(review.exitCode()).as(review.err()).isZero();
        JsonNode page = review.json();
        assertThat(page.path("before").path("id").asText())
                .isEqualTo(run.path("run").asText() + "-100");
        assertThat(page.path("months")).hasSize(1);
        assertThat(page.path("months").get(0).path("id").asText())
                .isEqualTo(newest.path("run").asText());
        JsonNode figure = page.path("metrics").get(0).path("months").get(0);
        assertThat(figure.path("value").asDouble()).isEqualTo(450);
        assertThat(figure.path("answer").asText()).isEqualTo("OTHER");
        assertThat(Outcome.of("review", pilot).out())
                .contains("# remembered: monthly review", "450: other than before");
        try (Stream<Path> files = Files.walk(folder.resolve(".dayone/reviews"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .contains("review.md", "review.html", "review.json");
        }
        assertThat(Outcome.of("review", pilot, "--before", "x").err()).startsWith("RUN_UNKNOWN: Cannot find run 'x'");
    }

    private static List<String> kinds(JsonNode result) {
        return StreamSupport.stream(result.path("findings").spliterator(), false)
                .map(finding -> finding.path("kind").asText())
                .toList();
    }

    /** A finished run in the workspace as if it had been so many days before; the next run takes it in. */
    private void copyOfEarlier(JsonNode run, int days) throws IOException {
        Path runs = folder.resolve(".dayone/runs");
        String id = run.path("run").asText();
        ObjectNode report = (ObjectNode)
                Json.MAPPER.readTree(runs.resolve(id).resolve("report.json").toFile());
        ObjectNode about = (ObjectNode) report.path("run");
        about.put("id", id + "-" + days);
        about.put("snapshot", about.path("snapshot").asText() + "-" + days);
        for (String time : List.of("sampledAt", "startedAt", "completedAt")) {
            Instant then = Instant.parse(about.path(time).asText()).minus(Duration.ofDays(days));
            about.put(time, then.toString());
        }
        Path copy = Files.createDirectories(runs.resolve(id + "-" + days));
        Files.writeString(copy.resolve("report.json"), Json.write(report));
    }

    @Test
    void aHistoryThatCannotBeReachedCostsNoRun() throws IOException {
        contacts(300, 0, "id,email,city");
        String pilot = write(PILOT + "history: {url: 'jdbc:postgresql://127.0.0.1:1/x', password: s3cret}\n");

        Outcome run = Outcome.of("run", pilot, "--json");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err())
                .containsOnlyOnce(
                        "HISTORY_UNREACHABLE: Cannot open history 'jdbc:postgresql://127.0.0.1:1/x': the database answers")
                .doesNotContain("s3cret");
        assertThat(folder.resolve(".dayone/runs/" + run.json().path("run").asText() + "/report.html"))
                .exists();
        Outcome history = Outcome.of("history", pilot);
        assertThat(history.exitCode()).isEqualTo(3);
        assertThat(history.err()).startsWith("HISTORY_UNREACHABLE: ").doesNotContain("s3cret");

        write(PILOT + "history: {url: '{{env:DAYONE_NO_SUCH_VARIABLE}}'}\n");
        Outcome unresolved = Outcome.of("check", pilot);
        assertThat(unresolved.exitCode()).isEqualTo(1);
        assertThat(unresolved.err()).contains("PLACEHOLDER_UNRESOLVED: Cannot resolve parameter 'url' in 'history'");

        write(PILOT);
        assertThat(Outcome.of("history", pilot, "--json").json()).hasSize(2);
    }

    @Test
    void saysSoWhenThereIsNothingToTell() throws IOException {
        String pilot = write(PILOT);
        assertThat(Outcome.of("history", pilot).out()).startsWith("No run of pilot 'remembered' yet.");
        Outcome diff = Outcome.of("diff", "--pilot", pilot);
        assertThat(diff.exitCode()).isEqualTo(2);
        assertThat(diff.err()).startsWith("RUN_UNKNOWN: ");
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("pilot.yaml"), text).toString();
    }

    private void contacts(int rows, int withoutCity, String head) throws IOException {
        Files.createDirectories(folder.resolve("exports"));
        String more = head.endsWith("phone") ? ",030 123" : "";
        Files.writeString(
                folder.resolve("exports/contacts.csv"),
                head + "\n"
                        + IntStream.range(0, rows)
                                .mapToObj(i ->
                                        i + ",person" + i + "@kit.example," + (i < withoutCity ? "" : "Ulm") + more)
                                .collect(Collectors.joining("\n"))
                        + "\n");
    }
}
