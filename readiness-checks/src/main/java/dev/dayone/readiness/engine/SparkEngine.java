package dev.dayone.readiness.engine;

import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Owns the JVM's one local Spark session. It serves any number of workspaces one after the other: how a workspace's files
 * are decrypted goes with each read, not with the session. Thread-safe.
 */
public final class SparkEngine implements AutoCloseable {
    private static final Object LOCK = new Object();
    private static @Nullable SparkEngine running;
    private static CompletableFuture<Void> loaded = CompletableFuture.completedFuture(null);

    private final SparkSession session;

    private final Path scratch;

    private SparkEngine(SparkSession session, Path scratch) {
        this.session = session;
        this.scratch = scratch;
    }

    /**
     * Begins to load in the background what a session will need, while others work. Nothing is started, no file is
     * touched; a failure is not told: starting meets it again.
     */
    public static void load() {
        synchronized (LOCK) {
            if (running == null) {
                loaded = CompletableFuture.runAsync(() -> {
                            SparkSession.builder();
                            new Configuration().size();
                            Utils.getCurrentUserName();
                            functions.col("c").cast("string");
                        })
                        .exceptionally(failure -> null);
            }
        }
    }

    /** Plans and runs a job of one row in the background, so that the first real one does not pay for it. */
    public void rehearse() {
        CompletableFuture.supplyAsync(
                        () -> session.range(0, 1, 1, 1).groupBy().count().collectAsList())
                .exceptionally(failure -> List.of());
    }

    /** The running engine, started now if there is none; its scratch files go below the workspace. */
    public static SparkEngine shared(Workspace workspace) {
        synchronized (LOCK) {
            SparkEngine engine = running;
            if (engine != null && !Files.isDirectory(engine.scratch)) {
                // The workspace that it was started for is gone: Spark would fail at its first spill.
                engine.close();
                engine = null;
            }
            if (engine == null || engine.session.sparkContext().isStopped()) {
                // Two threads that meet in Scala's objects may wait for each other.
                loaded.join();
                Path scratch = workspace.root().resolve("tmp");
                clear(scratch);
                engine = new SparkEngine(start(scratch), scratch);
                running = engine;
            }
            return engine;
        }
    }

    /** Removes what a process that was killed has left: nobody else can read it, its key is gone. */
    private static void clear(Path scratch) {
        try {
            FileTree.delete(scratch);
        } catch (IOException e) {
            LoggerFactory.getLogger(SparkEngine.class)
                    .warn("Cannot clear '{}': {}", scratch, e.getClass().getSimpleName());
        }
    }

    private static SparkSession start(Path scratch) {
        int cores = Math.max(2, Runtime.getRuntime().availableProcessors());
        return SparkSession.builder()
                .appName("dayone")
                .master("local[" + cores + "]")
                // Nothing listens on the network, and nothing is written outside of the workspace.
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.local.dir", scratch.toString())
                // What Spark spills and shuffles are values of the snapshot: on disk under a key that ends with the
                // process.
                .config("spark.io.encryption.enabled", "true")
                .config(
                        "spark.sql.warehouse.dir",
                        scratch.resolve("warehouse").toUri().toString())
                .config("spark.sql.catalogImplementation", "in-memory")
                // Small data, few cores: tasks and plans cost more than rows.
                .config("spark.sql.shuffle.partitions", cores)
                .config("spark.default.parallelism", cores)
                .config("spark.sql.adaptive.enabled", "false")
                // Tables wider than this are read row by row.
                .config("spark.sql.codegen.maxFields", "20000")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.ansi.enabled", "false")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                // Files not written by Spark hold dates as they are, of before 1582 too.
                .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .config("spark.sql.files.openCostInBytes", "1048576")
                // Files lie on a disk at hand: a job that looks for them, a task a file, takes longer than looking.
                .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "100000")
                .getOrCreate();
    }

    /** The session; for packages of this module. */
    public SparkSession session() {
        return session;
    }

    /** Stops Spark. The next {@link #shared} starts it anew. */
    @Override
    public void close() {
        synchronized (LOCK) {
            session.stop();
            if (running == this) {
                running = null;
            }
        }
    }
}
