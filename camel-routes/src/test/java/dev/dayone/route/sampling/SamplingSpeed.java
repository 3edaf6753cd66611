package dev.dayone.route.sampling;

import static dev.dayone.route.sampling.Postgres.pilot;
import static dev.dayone.route.sampling.Postgres.sample;
import static dev.dayone.route.sampling.Postgres.source;

import dev.dayone.pilot.Limits;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.snapshot.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Not a test: prints how long a million rows of twelve columns take, all and random, without a throttle. */
final class SamplingSpeed {
    private SamplingSpeed() {}

    public static void main(String[] arguments) throws Exception {
        long before = System.nanoTime();
        Camel.start().close();
        System.out.println("Camel start and stop, first: " + (System.nanoTime() - before) / 1_000_000 + " ms");
        before = System.nanoTime();
        Camel.start().close();
        System.out.println("Camel start and stop, second: " + (System.nanoTime() - before) / 1_000_000 + " ms");
        Postgres.run("postgres", "CREATE DATABASE speed");
        Postgres.run(
                "speed",
                "CREATE TABLE t AS SELECT CAST(i AS bigint) AS id, 'customer ' || i AS a, md5(CAST(i AS text)) AS b,"
                        + " 'status ' || i % 5 AS c, 'country ' || i % 50 AS d, 'mail' || i || '@example.com' AS e,"
                        + " 'text of some length for row number ' || i AS f, i % 1000 AS g, i * 1.5::float8 AS h,"
                        + " CAST(i % 10000 / 100.0 AS numeric(10,2)) AS j,"
                        + " TIMESTAMP '2020-01-01' + i * INTERVAL '1 minute' AS k,"
                        + " TIMESTAMPTZ '2020-01-01' + i * INTERVAL '2 minutes' AS l FROM generate_series(1, 1000000) i",
                "ALTER TABLE t ADD PRIMARY KEY (id)",
                "ANALYZE t");
        Limits limits = new Limits(1, 1_000_000_000, 10_000_000, Duration.ofMinutes(1), Duration.ofSeconds(2));
        for (int round = 0; round < 4; round++) {
            time("all of 1M", SampleMethod.ALL, 1, limits);
        }
        time("random 20k of 1M", SampleMethod.RANDOM, 20_000, limits);
        time("random 20k of 1M", SampleMethod.RANDOM, 20_000, limits);
        System.exit(0);
    }

    private static void time(String what, SampleMethod method, long rows, Limits limits) throws Exception {
        Path folder = Files.createTempDirectory("speed");
        long before = System.nanoTime();
        long cpu = cpu();
        long sampled = Sampler.sample(
                        new SamplingRequest(
                                pilot(Postgres.with(source("speed", Map.of("t", sample(method, rows))), limits)),
                                folder,
                                new Workspace(folder),
                                "speed"),
                        new SampleListener() {})
                .manifest()
                .tables()
                .values()
                .iterator()
                .next()
                .sampledRows();
        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf(
                "%s: %d rows, %.2f s, %.0f rows/s, %.2f s of processor%n",
                what, sampled, seconds, sampled / seconds, (cpu() - cpu) / 1e9);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
