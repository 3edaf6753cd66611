package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is not there, or has nobody who works; field-tests/spark-cluster checks on one that has. */
class SparkClusterTest {
    @TempDir
    private Path folder;

    private String pilot = "";

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("tickets.csv"), "id,subject\n1,one\n2,two\n");
        pilot = Files.writeString(folder.resolve("pilot.yaml"), """
                        pilot: cluster
                        sources:
                          files: {connector: csv, parameters: {path: "*.csv"}}
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
    void aMasterWithoutAWorkerIsSaidInTime() throws IOException {
        assertThat(Outcome.of("sample", pilot).exitCode()).isZero();
        try (StandaloneMaster master = new StandaloneMaster(folder.resolve("spark"))) {
            Outcome outcome = Outcome.of(
                    "check",
                    pilot,
                    "--master",
                    master.url(),
                    "--spark-properties",
                    master.properties().toString(),
                    "--spark-conf",
                    "spark.scheduler.maxRegisteredResourcesWaitingTime=1s");
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
            assertThat(outcome.err().lines().toList().get(1))
                    .startsWith("CLUSTER_UNREACHABLE: Cannot start Spark on '" + master.url()
                            + "': no executor within 1 s, expected one at least.");
        }
        assertThat(Outcome.of("check", pilot).exitCode()).isBetween(0, 1);
    }
}
