package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.apache.spark.SparkConf;

/** The properties of Spark's session: those that a report rests on are fixed, of others the user's go first. */
final class SessionProperties {
    /** How many bytes of files make a part of a table. */
    static final String PART_BYTES = "spark.sql.files.maxPartitionBytes";

    /** As many parts as a shuffle makes. */
    static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    /** What numbers depend on: the same wherever Spark runs. */
    static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.ansi.enabled", "false"),
            Map.entry("spark.sql.caseSensitive", "false"),
            Map.entry("spark.sql.catalogImplementation", "in-memory"),
            Map.entry("spark.sql.adaptive.enabled", "false"),
            // Tables wider than this are read row by row.
            Map.entry("spark.sql.codegen.maxFields", "20000"),
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"),
            // Files not written by Spark hold dates as they are, of before 1582 too.
            Map.entry("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
            Map.entry("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"),
            // See Parts: never by how many cores there are.
            Map.entry(PART_BYTES, Long.toString(TableFiles.FEW_BYTES)),
            Map.entry("spark.sql.files.minPartitionNum", "1"),
            Map.entry("spark.sql.files.openCostInBytes", "1048576"),
            // Files lie on a disk at hand: a job that looks for them, a task a file, takes longer than looking.
            Map.entry("spark.sql.sources.parallelPartitionDiscovery.threshold", "100000"));

    private static final String SECRET = "spark.authenticate.secret";
    private static final int SECRET_BYTES = 32;

    private final SparkConf conf = new SparkConf();
    private final MasterUrl master;
    private final Path scratch;

    private SessionProperties(MasterUrl master, Path scratch) {
        this.master = master;
        this.scratch = scratch;
    }

    /** For a session where the settings, or {@code spark-submit}, say; its scratch files go into a folder. */
    static SparkConf of(SparkSettings settings, Path scratch) {
        boolean submitted = SparkSettings.isSubmitted();
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        String master = submitted
                ? new SparkConf().get("spark.master")
                : settings.master() == null ? "local[" + cores + "]" : settings.master();
        SessionProperties properties = new SessionProperties(new MasterUrl(master), scratch);
        settings.properties().forEach(properties.conf::set);
        properties.conf.setMaster(master);
        properties.always();
        if (properties.master.isLocal()) {
            properties.here(cores);
        } else {
            properties.onExecutors();
        }
        if (!submitted) {
            properties.started();
        }
        return properties.conf;
    }

    private void always() {
        FIXED.forEach(conf::set);
        usually("spark.app.name", "dayone");
        usually("spark.ui.enabled", "false");
        usually("spark.ui.showConsoleProgress", "false");
        // What Spark spills and shuffles are values of the snapshot: on disk under a key that ends with the process.
        usually("spark.io.encryption.enabled", "true");
        usually("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString());
    }

    /** Small data, few cores: tasks and plans cost more than rows. */
    private void here(int cores) {
        usually(SHUFFLE_PARTITIONS, Integer.toString(cores));
        usually("spark.default.parallelism", Integer.toString(cores));
    }

    private void onExecutors() {
        conf.set("spark.jars", and("spark.jars", ",", ExecutorJars.paths()));
        conf.set("spark.plugins", and("spark.plugins", ",", QuietLogs.class.getName()));
        conf.set(
                "spark.executor.extraJavaOptions",
                and("spark.executor.extraJavaOptions", " ", "-Duser.timezone=UTC -Dfile.encoding=UTF-8"));
    }

    /** What {@code spark-submit} would decide: where the driver listens, and who may speak with it. */
    private void started() {
        usually("spark.local.dir", scratch.toString());
        if (master.isAtHand()) {
            // Nothing listens on the network, and nothing is written outside of the workspace.
            usually("spark.driver.host", "127.0.0.1");
            usually("spark.driver.bindAddress", "127.0.0.1");
        }
        if (master.isLocal()) {
            // Within one process the way over the block manager copies a result three times.
            usually("spark.task.maxDirectResultSize", "100m");
            return;
        }
        // Rows travel between processes.
        usually("spark.authenticate", "true");
        if (!conf.getBoolean("spark.authenticate", true)) {
            return;
        }
        usually("spark.network.crypto.enabled", "true");
        if (master.isLocalCluster()) {
            byte[] secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            usually(SECRET, HexFormat.of().formatHex(secret));
        } else if (master.isStandalone() && !conf.contains(SECRET)) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot start Spark on '" + master.text() + "': no '" + SECRET + "', expected the secret that its"
                            + " master and workers were started with. Put it into a file for --spark-properties; or send"
                            + " rows unencrypted with --spark-conf spark.authenticate=false.");
        }
    }

    private void usually(String name, String value) {
        conf.setIfMissing(name, value);
    }

    private String and(String name, String between, String more) {
        String given = conf.get(name, "");
        return given.isEmpty() || more.isEmpty() ? given + more : given + between + more;
    }
}
