package dev.dayone.benchmark;

import dev.dayone.pilot.GateName;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.RunLimits;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.route.sampling.SampleListener;
import dev.dayone.route.sampling.Sampler;
import dev.dayone.route.sampling.SamplingRequest;
import dev.dayone.sample.server.EmbeddedPostgresServer;
import dev.dayone.sample.server.EmbeddedServer;
import dev.dayone.sample.server.ServerBinaries;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SaveMode;
import org.postgresql.PGConnection;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** From PostgreSQL to an encrypted snapshot, beside a raw COPY and Spark's JDBC reader. */
@CommandLine.Command(name = "sampling", mixinStandardHelpOptions = true, sortOptions = false)
final class SamplingBenchmark implements Callable<Integer> {
    private static final String DAYONE = "dayone, encrypted Parquet";
    private static final String COPY = "COPY TO STDOUT, thrown away";
    private static final String SPARK = "Spark JDBC, one partition, plain Parquet";
    private static final String DATABASE = "speed";

    @Option(names = "--rows", description = "Rows of twelve columns.", defaultValue = "1000000")
    private long rows;

    @Option(names = "--rounds", description = "Rounds after the warm-up.", defaultValue = "5")
    private int rounds;

    @Option(names = "--alone", description = "dayone alone: for a look at its memory.")
    private boolean alone;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SamplingBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("dayone-benchmark");
        try (EmbeddedPostgresServer server =
                EmbeddedPostgresServer.start(folder.resolve("server"), ServerBinaries.shared())) {
            EmbeddedServer.Account reader = new EmbeddedServer.Account("reader", "r0" + System.nanoTime());
            fill(server, reader);
            Rounds measured = new Rounds().add(DAYONE, () -> dayone(server, reader, folder));
            if (!alone) {
                measured.add(COPY, () -> copy(server, reader)).add(SPARK, () -> spark(server, reader, folder));
            }
            measured.run(rounds);
            tell(measured);
            return 0;
        } finally {
            FileTree.delete(folder);
        }
    }

    private void fill(EmbeddedServer server, EmbeddedServer.Account reader) throws SQLException {
        server.createDatabase(DATABASE);
        server.run(
                DATABASE,
                List.of(
                        "CREATE TABLE t AS SELECT CAST(i AS bigint) AS id, 'customer ' || i AS a,"
                                + " md5(CAST(i AS text)) AS b, 'status ' || i % 5 AS c, 'country ' || i % 50 AS d,"
                                + " 'mail' || i || '@example.com' AS e, 'text of some length for row number ' || i AS f,"
                                + " i % 1000 AS g, i * 1.5::float8 AS h, CAST(i % 10000 / 100.0 AS numeric(10,2)) AS j,"
                                + " TIMESTAMP '2020-01-01' + i * INTERVAL '1 minute' AS k,"
                                + " TIMESTAMPTZ '2020-01-01' + i * INTERVAL '2 minutes' AS l"
                                + " FROM generate_series(1, " + rows + ") i",
                        "ALTER TABLE t ADD PRIMARY KEY (id)",
                        "VACUUM ANALYZE t"));
        server.grant(DATABASE, reader, EmbeddedServer.Rights.READ);
    }

    private void dayone(EmbeddedServer server, EmbeddedServer.Account reader, Path folder) throws Exception {
        Path workspace = folder.resolve("workspace");
        Limits limits = new Limits(
                1,
                1_000_000_000,
                rows,
                Duration.ofMinutes(10),
                Duration.ofSeconds(2),
                new RunLimits(rows * 2, Long.MAX_VALUE, Duration.ofHours(2)),
                null,
                0,
                1);
        Source source = new Source(
                "crm",
                "postgresql",
                new Parameters(Map.of(
                        "host", EmbeddedServer.HOST,
                        "port", String.valueOf(server.port()),
                        "database", DATABASE,
                        "username", reader.user(),
                        "password", reader.password())),
                limits,
                Map.of(
                        "t",
                        new TableSelection(
                                new Sample(SampleMethod.ALL, rows, null),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                false)),
                false);
        Pilot pilot = new Pilot(
                "speed",
                "",
                null,
                null,
                Map.of("crm", source),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                EnumSet.of(GateName.DATA),
                null,
                Duration.ofDays(1));
        Snapshot snapshot = Sampler.sample(
                new SamplingRequest(pilot, folder, new Workspace(workspace), "benchmark"), new SampleListener() {});
        long read = snapshot.manifest().tables().values().iterator().next().sampledRows();
        if (read != rows) {
            throw new IllegalStateException(read + " rows in the snapshot, expected " + rows);
        }
        FileTree.delete(workspace);
    }

    private static void copy(EmbeddedServer server, EmbeddedServer.Account reader) throws Exception {
        try (Connection connection = server.connect(DATABASE, reader)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY t TO STDOUT", OutputStream.nullOutputStream());
        }
    }

    private static void spark(EmbeddedServer server, EmbeddedServer.Account reader, Path folder) throws Exception {
        Path out = folder.resolve("spark");
        SparkEngine.shared(new Workspace(folder.resolve("spark-scratch")))
                .session()
                .read()
                .format("jdbc")
                .option("url", server.jdbcUrl(DATABASE))
                .option("dbtable", "t")
                .option("user", reader.user())
                .option("password", reader.password())
                .option("fetchsize", "10000")
                .load()
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(out.toString());
        FileTree.delete(out);
    }

    private void tell(Rounds measured) {
        Figures figures =
                new Figures(measured).with("rows", rows).with("rounds", rounds).withSeconds();
        if (!alone) {
            figures.withRatio("ratio_to_copy", DAYONE, COPY).withRatio("speedup_over_spark_jdbc", SPARK, DAYONE);
        }
        if (json) {
            figures.printJson();
        } else {
            figures.print();
        }
    }
}
