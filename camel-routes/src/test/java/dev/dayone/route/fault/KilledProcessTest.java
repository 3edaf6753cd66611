package dev.dayone.route.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SnapshotRows;
import dev.dayone.route.sampling.SwiftTime;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed, and a server that is restarted, in the middle of a sampling. */
final class KilledProcessTest {
    private static final TableRef TEXTS = new TableRef("shop", "texts");

    @TempDir
    private static Path data;

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException, SQLException {
        server = started(0);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE texts (id text PRIMARY KEY, body text)");
            statement.execute("INSERT INTO texts SELECT 'mail' || i || '@example.com', repeat(md5(CAST(i AS text)), 4)"
                    + " FROM generate_series(1, 20000) i");
            statement.execute("ANALYZE");
        }
    }

    private static EmbeddedPostgres started(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private Pilot pilot() {
        return SampleProcess.pilot(server.getPort(), "postgres", List.of("texts"));
    }

    @Test
    void processKilledAtSeveralMomentsLosesAndDoublesNothing() throws Exception {
        Workspace workspace = new Workspace(folder.resolve("work"));
        // At the first page, in the middle of the next ones, and far on.
        for (long rows : List.of(1L, 6_000L, 12_000L)) {
            Process process = SampleProcess.start(folder, server.getPort(), "postgres", List.of("texts"));
            assertThat(reached(process, rows)).isTrue();
            process.destroyForcibly().waitFor();
            assertThat(workspace.newestSnapshot("test")).isEmpty();
        }
        Snapshot snapshot =
                Sampler.sample(SampleProcess.request(folder, pilot(), 99, new SwiftTime()), new SampleListener() {});
        assertEachRowOnce(snapshot, workspace);
        Receipt receipt = Objects.requireNonNull(snapshot.manifest().sources().get("shop"))
                .receipt();
        assertThat(receipt.runs()).isEqualTo(4);
        assertThat(receipt.connections()).isGreaterThanOrEqualTo(4);
    }

    private static boolean reached(Process process, long rows) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("rows ") && Long.parseLong(line.substring(5)) >= rows) {
                return true;
            }
        }
        return false;
    }

    @Test
    void serverRestartedInTheMiddleIsReadOn() {
        boolean[] restarted = {false};
        Snapshot snapshot =
                Sampler.sample(SampleProcess.request(folder, pilot(), 99, new SwiftTime()), new SampleListener() {
                    @Override
                    public void rows(TableRef table, long rowsSoFar) {
                        if (!restarted[0]) {
                            restarted[0] = true;
                            try {
                                int port = server.getPort();
                                server.close();
                                server = started(port);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }
                    }
                });
        assertThat(restarted[0]).isTrue();
        assertEachRowOnce(snapshot, new Workspace(folder.resolve("work")));
    }

    private static void assertEachRowOnce(Snapshot snapshot, Workspace workspace) {
        assertThat(SnapshotRows.read(workspace, snapshot, TEXTS))
                .hasSize(20_000)
                .extracting("id")
                .doesNotHaveDuplicates();
    }
}
