package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.Utils;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Owns the JVM's one Spark session. It serves any number of workspaces one after the other: how a workspace's files
 * are decrypted goes with each read, not with the session. Thread-safe.
 */
public final class SparkEngine implements AutoCloseable {
    private static final Object LOCK = new Object();
    private static @Nullable SparkEngine running;
    private static CompletableFuture<Void> loaded = CompletableFuture.completedFuture(null);

    private final SparkSession session;
    private final SparkSettings settings;
    private final Path scratch;
    private final Map<Workspace, Stage> stages = new ConcurrentHashMap<>();

    private SparkEngine(SparkSession session, SparkSettings settings, Path scratch) {
        this.session = session;
        this.settings = settings;
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

    /** The engine of the usual settings. */
    public static SparkEngine shared(Workspace workspace) {
        return shared(workspace, SparkSettings.USUAL);
    }

    /** The running engine of such settings, started now if there is none; its scratch files go below the workspace. */
    public static SparkEngine shared(Workspace workspace, SparkSettings settings) {
        synchronized (LOCK) {
            SparkEngine engine = running;
            if (engine != null && !(Files.isDirectory(engine.scratch) && engine.settings.equals(settings))) {
                // Others are asked for, or the workspace that it was started for is gone: Spark would fail at its
                // first spill.
                engine.close();
                engine = null;
            }
            if (engine == null || engine.session.sparkContext().isStopped()) {
                // Two threads that meet in Scala's objects may wait for each other.
                loaded.join();
                Path scratch = workspace.root().resolve("tmp");
                clear(scratch);
                SparkSession session =
                        Sessions.start(SessionProperties.of(settings, scratch), workspace, settings.stage());
                engine = new SparkEngine(session, settings, scratch);
                running = engine;
            }
            return engine;
        }
    }

    /** Removes what a process that was killed has left: nobody else can read it, its key is gone. */
    private static void clear(Path scratch) {
        try {
            FileTree.delete(scratch);
            Files.createDirectories(scratch);
        } catch (IOException e) {
            LoggerFactory.getLogger(SparkEngine.class)
                    .warn("Cannot clear '{}': {}", scratch, e.getClass().getSimpleName());
        }
    }

    /** The session; for packages of this module. */
    public SparkSession session() {
        return session;
    }

    /** Where copies of a workspace's files lie for jobs; null: jobs read the files. */
    @Nullable
    Stage stage(Workspace workspace) {
        String uri = settings.stage();
        return uri == null
                ? null
                : stages.computeIfAbsent(workspace, key -> {
                    Stage stage =
                            Stage.of(new StageUri(uri), session.sparkContext().hadoopConfiguration(), key);
                    stage.tidy();
                    return stage;
                });
    }

    /**
     * What some work on Spark comes to. Throws {@link SourceUnavailableException} if its cluster went away meanwhile,
     * whatever the work threw; {@link IllegalStateException} if Spark was stopped by somebody else.
     */
    public <T> T answer(Supplier<T> work) {
        try {
            T answer = work.get();
            if (session.sparkContext().isStopped()) {
                throw new IllegalStateException("Spark was stopped");
            }
            DayoneException uncopied = uncopied();
            if (uncopied != null) {
                throw uncopied;
            }
            return answer;
        } catch (Exception e) { // Spark throws what it does not declare
            DayoneException unstaged = unstaged(e);
            if (unstaged != null) {
                throw unstaged;
            }
            SourceUnavailableException brokenOff = brokenOff(e);
            if (brokenOff != null) {
                throw brokenOff;
            }
            throw e;
        }
    }

    /** What kept files from being copied: whoever asked for their rows took it for a failure of Spark. */
    private @Nullable DayoneException uncopied() {
        for (Stage stage : stages.values()) {
            DayoneException failure = stage.failure();
            if (failure != null) {
                stages.values().remove(stage);
                return failure;
            }
        }
        return null;
    }

    /** The failure to throw where files could not be copied, or their copies not be read; null: neither is so. */
    private @Nullable DayoneException unstaged(Exception failure) {
        DayoneException uncopied = uncopied();
        if (uncopied != null) {
            return uncopied;
        }
        if (!(failure instanceof BadRequestException unreadable)
                || unreadable.code() != ErrorCode.SNAPSHOT_UNREADABLE) {
            return null;
        }
        for (Stage stage : stages.values()) {
            if (stage.isUsed()) {
                stage.drop();
                return new BadRequestException(
                        ErrorCode.SNAPSHOT_UNREADABLE,
                        unreadable.getMessage() + " It may be its copy in the stage '" + stage.uri()
                                + "' alone: the copies are removed, so check again first.",
                        unreadable);
            }
        }
        return null;
    }

    /** The failure to throw if one of Spark's tells that its cluster went away; null: it does not. */
    private @Nullable SourceUnavailableException brokenOff(Exception failure) {
        boolean gone = session.sparkContext().isStopped()
                || Failure.causes(failure).stream()
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("ExecutorLostFailure"));
        return gone && !session.sparkContext().isLocal()
                ? Sessions.brokeOff(session.sparkContext().master(), failure)
                : null;
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
