package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check on a cluster of Spark's own processes, and on none. */
class SparkClusterTest {
    @TempDir
    private Path folder;

    private String pilot = "";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("tickets.csv"),
                "id,contact,minutes\n"
                        + IntStream.range(0, 500)
                                .mapToObj(i -> i + "," + i % 60 + "," + i % 7 / 2.0)
                                .collect(Collectors.joining("\n")));
        pilot = Files.writeString(folder.resolve("pilot.yaml"), """
                        pilot: cluster
                        sources:
                          files: {connector: csv, parameters: {path: "*.csv"}}
                        metrics:
                          - {name: mean, unit: minutes, sql: "SELECT avg(minutes) FROM files.tickets", target: {atMost: 9}}
                          - {name: busiest, unit: tickets, sql: "SELECT max(n) FROM (SELECT count(*) n FROM files.tickets GROUP BY contact)", target: {atMost: 9}}
                        """).toString();
    }

    @Test
    void nonsenseIsSaidBeforeAnythingIsRead() {
        for (String command : new String[] {"check", "run"}) {
            Outcome outcome = Outcome.of(command, pilot, "--master", "nonsense");
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err())
                    .isEqualTo(
                            "COMMAND_INVALID: Cannot start Spark on 'nonsense': no address of Spark, expected local[N],"
                                    + " spark://HOST:PORT, or what spark-submit was given. Mend --master.\n");
        }
        assertThat(folder.resolve(".dayone/snapshots")).doesNotExist();
    }

    @Test
    void aMasterThatDoesNotListenIsSaidAtOnce() {
        Outcome outcome = Outcome.of("run", pilot, "--master", "spark://127.0.0.1:1");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualTo(
                        "CLUSTER_UNREACHABLE: Cannot reach Spark's master at 'spark://127.0.0.1:1': the connection was"
                                + " refused, expected a master that listens. Start it, or mend host and port.\n");
        assertThat(folder.resolve(".dayone/snapshots")).doesNotExist();
    }

    @Test
    void secretsComeFromAFileAlone() throws IOException {
        Outcome typed = Outcome.of("check", pilot, "--spark-conf", "spark.authenticate.secret=s3cr3t");
        assertThat(typed.exitCode()).isEqualTo(2);
        assertThat(typed.err())
                .startsWith("COMMAND_INVALID: Cannot take 'spark.authenticate.secret' from the command line")
                .doesNotContain("s3cr3t");

        Path none = folder.resolve("none.conf");
        Outcome missing = Outcome.of("check", pilot, "--spark-properties", none.toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err())
                .isEqualTo("FILE_NOT_FOUND: Cannot read Spark's properties '" + none
                        + "': there is no such file, expected lines of a name and a value. Mend --spark-properties.\n");
    }

    @Test
    void aClusterGivesTheReportThatThisProcessGives() throws IOException {
        assertThat(Outcome.of("sample", pilot).exitCode()).isZero();
        try (ChildCluster cluster = new ChildCluster(folder.resolve("spark"))) {
            String[] check = {
                "check",
                pilot,
                "--json",
                "--master",
                cluster.master(),
                "--spark-properties",
                cluster.properties().toString(),
                "--spark-conf",
                "spark.executor.memory=512m",
                "--spark-conf",
                "spark.executor.extraClassPath=" + System.getProperty("java.class.path")
            };
            Outcome without = Outcome.of(with(check, "spark.scheduler.maxRegisteredResourcesWaitingTime=1s"));
            assertThat(without.exitCode()).as(without.err()).isEqualTo(3);
            assertThat(without.err())
                    .contains("CLUSTER_UNREACHABLE: Cannot start Spark on '" + cluster.master()
                            + "': no executor within 1 s, expected one at least.");

            cluster.startWorker();
            JsonNode there = report(Outcome.of(check));
            JsonNode here = report(Outcome.of("check", pilot, "--json"));
            assertThat(there.path("metrics")).hasSize(2).allSatisfy(metric -> assertThat(
                            metric.path("value").isNumber())
                    .isTrue());
            assertThat(there).isEqualTo(here);
        }
    }

    private static String[] with(String[] command, String property) {
        String[] more = java.util.Arrays.copyOf(command, command.length + 2);
        more[command.length] = "--spark-conf";
        more[command.length + 1] = property;
        return more;
    }

    private static JsonNode report(Outcome outcome) throws IOException {
        assertThat(outcome.exitCode()).as(outcome.err()).isBetween(0, 1);
        JsonNode report = Json.MAPPER.readTree(
                Path.of(outcome.json().path("report").asText()).toFile());
        ((ObjectNode) report.path("run")).remove(java.util.List.of("id", "startedAt", "completedAt"));
        return report;
    }
}
