package dev.dayone.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants 500 personal values in a real database and finds none of them, nor the password, in what runs leave or say. */
class LeakTest {
    private static final String PASSWORD = "open-Sesame-4711-xyzzy";
    private static final PlantedValues VALUES = PlantedValues.of(42);

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static LeakSearch search;
    private static final Set<Path> OLD_TEMPORARIES = new HashSet<>();

    @BeforeAll
    static void plant() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        Files.writeString(folder.resolve("password.txt"), PASSWORD);
        List<String> forms = new ArrayList<>(VALUES.forms());
        forms.add(PASSWORD);
        search = new LeakSearch(forms);
        OLD_TEMPORARIES.addAll(temporaries());
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : LeakTables.SCHEMA) {
                statement.execute(sql);
            }
            statement.execute("CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'");
            statement.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
            LeakTables.fill(connection, VALUES);
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void noValueComesToLightInRunsThatReachTheirReport() throws IOException {
        Path pilot = pilot("whole", 1_000_000);
        String workspace = folder.resolve("whole/.dayone").toString();

        Outcome run = Outcome.withLog("run", pilot.toString(), "-v");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.err()).as("what -v adds").contains("profile crm.contacts (");
        assertThat(search.in(run.out() + run.err())).isEmpty();
        for (String[] command : new String[][] {
            {"check", pilot.toString(), "-v", "--json"},
            {"report", "--workspace", workspace, "-v"},
            {"doctor", pilot.toString(), "-v"},
            {"doctor", pilot.toString(), "--json"},
            {"key", "rotate", "--workspace", workspace, "-v"},
            {"check", pilot.toString(), "-v"}
        }) {
            Outcome outcome = Outcome.withLog(command);
            assertThat(outcome.exitCode())
                    .as(String.join(" ", command) + outcome.err())
                    .isLessThan(2);
            assertThat(search.in(outcome.out() + outcome.err()))
                    .as(String.join(" ", command))
                    .isEmpty();
        }

        assertThat(search.below(folder.resolve("whole/.dayone"))).isEmpty();
        theReportHoldsWhatCouldHaveGivenValuesAway(folder.resolve("whole/.dayone/runs"));
        theSearchFindsWhatIsThere();
        nothingLiesAmongTemporaryFiles();
    }

    /** A search that finds nothing proves nothing unless there was something to find. */
    private static void theReportHoldsWhatCouldHaveGivenValuesAway(Path runs) throws IOException {
        JsonNode report;
        try (Stream<Path> files = Files.walk(runs)) {
            report = Json.MAPPER.readTree(Files.readString(files.filter(file -> file.endsWith("report.json"))
                    .findFirst()
                    .orElseThrow()));
        }
        assertThat(report.path("checks"))
                .anyMatch(check -> check.path("verdict").asText().equals("FAIL")
                        && !check.path("examples").isEmpty());
        assertThat(report.path("links"))
                .anyMatch(link -> !link.path("orphanShapes").isEmpty());
        assertThat(report.path("metrics"))
                .extracting(metric -> metric.path("error").asText())
                .anyMatch(error -> error.contains("could be a value of column 'email'"))
                .anyMatch(error -> error.contains("broke off"));
        assertThat(report.path("tables")
                        .path("crm.contacts")
                        .path("sampledRows")
                        .asInt())
                .isEqualTo(PlantedValues.EACH);
    }

    private static void theSearchFindsWhatIsThere() throws IOException {
        Path control = Files.createDirectories(folder.resolve("control"));
        Files.writeString(control.resolve("utf8.txt"), "x " + VALUES.emails().get(3) + " y");
        Files.writeString(control.resolve("utf16.txt"), VALUES.names().get(4), StandardCharsets.UTF_16LE);
        Files.writeString(
                control.resolve("json.txt"), "\"" + escaped(VALUES.cards().get(5)) + "\"");
        Files.writeString(control.resolve("password.txt"), PASSWORD);
        assertThat(search.below(control).toString()).contains("utf8.txt", "utf16.txt", "json.txt", "password.txt");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        return escaped.toString();
    }

    @Test
    void noValueComesToLightWhenTheSourceDies() throws IOException {
        Path pilot = pilot("broken", 30);
        CompletableFuture<Outcome> run =
                CompletableFuture.supplyAsync(() -> Outcome.withLog("run", pilot.toString(), "-v"));
        awaitRows(folder.resolve("broken/.dayone"));
        execute("ALTER ROLE reader NOLOGIN");
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'");
            return run.isDone();
        });

        Outcome outcome = run.join();
        execute("ALTER ROLE reader LOGIN");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains("In part: ", "Not begun: ");
        assertThat(folder.resolve("broken/.dayone/runs")).doesNotExist();
        assertThat(search.in(outcome.out() + outcome.err())).isEmpty();
        assertThat(search.below(folder.resolve("broken/.dayone"))).isEmpty();
    }

    @Test
    void noValueLiesOnTheDiskWhenTheProcessIsKilled() throws IOException, InterruptedException {
        Path pilot = pilot("killed", 30);
        Path temporary = Files.createDirectories(folder.resolve("killed-tmp"));
        Path said = folder.resolve("killed.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "run",
                pilot.toString(),
                "-v"));
        command.addAll(
                1,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument -> argument.startsWith("--add-"))
                        .toList());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            awaitRows(folder.resolve("killed/.dayone"));
        } finally {
            process.destroyForcibly().waitFor();
        }

        assertThat(Files.readString(said)).contains("Sampling 1 source(s)");
        assertThat(search.in(Files.readString(said))).isEmpty();
        assertThat(search.below(folder.resolve("killed/.dayone"))).isEmpty();
        assertThat(search.below(temporary)).isEmpty();

        Outcome resumed = Outcome.withLog("sample", pilot("killed", 1_000_000).toString(), "-v");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(search.in(resumed.out() + resumed.err())).isEmpty();
        assertThat(search.below(folder.resolve("killed/.dayone"))).isEmpty();
    }

    private static void awaitRows(Path workspace) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            if (!Files.isDirectory(workspace.resolve("snapshots"))) {
                return false;
            }
            try (Stream<Path> files = Files.walk(workspace.resolve("snapshots"))) {
                return files.anyMatch(file -> file.toString().endsWith(".parquet"));
            } catch (java.io.UncheckedIOException e) {
                return false;
            }
        });
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRunThatReachesItsLimitLeavesNoReportThoughAnOlderSnapshotIsWhole() throws IOException {
        Path pilot = pilot("part", 1_000_000);
        assertThat(Outcome.withLog("sample", pilot.toString()).exitCode()).isZero();
        Files.writeString(
                pilot,
                Files.readString(pilot)
                        .replace("rowsPerSecond: 1000000", "runRows: 150")
                        .replace("tickets: {sample: {method: random, rows: 100}}", "tickets: {sample: {method: all}}"));

        Outcome run = Outcome.withLog("run", pilot.toString(), "-v");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err())
                .contains("Read to the end: ", "In part: ", "Not begun: ")
                .doesNotContain("Checking snapshot");
        assertThat(folder.resolve("part/.dayone/runs")).doesNotExist();
        Outcome check = Outcome.withLog("check", pilot.toString());
        assertThat(check.err()).contains(" is younger, was broken off and is not checked: 'dayone sample' resumes it.");
        String begun = newest(folder.resolve("part/.dayone/snapshots"));
        Outcome refused = Outcome.withLog("check", pilot.toString(), "--snapshot", begun);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("SNAPSHOT_UNKNOWN: Cannot read snapshot '" + begun + "'")
                .contains("it was broken off and is not whole, expected a complete snapshot.");
        assertThat(search.below(folder.resolve("part/.dayone"))).isEmpty();
    }

    private static String newest(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Path pilot(String name, int rowsPerSecond) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.copy(
                folder.resolve("password.txt"),
                home.resolve("password.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path pilot = home.resolve("pilot.yaml");
        Files.writeString(pilot, LeakTables.PILOT.formatted(server.getPort(), rowsPerSecond));
        return pilot;
    }

    /** What others keep there, and the embedded server's own data, is not looked at. */
    private static void nothingLiesAmongTemporaryFiles() throws IOException {
        for (Path made : temporaries()) {
            String name = String.valueOf(made.getFileName());
            if (!OLD_TEMPORARIES.contains(made) && !name.startsWith("embedded-pg") && !folder.startsWith(made)) {
                assertThat(search.below(made)).as(made.toString()).isEmpty();
            }
        }
    }

    private static List<Path> temporaries() throws IOException {
        try (Stream<Path> files = Files.list(new File(System.getProperty("java.io.tmpdir")).toPath())) {
            return files.filter(file -> Files.isReadable(file) && !Files.isSymbolicLink(file))
                    .toList();
        }
    }
}
