package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.jspecify.annotations.Nullable;

/** Sees to it that executors are there, run dayone's code and open the workspace, before a table is read on them. */
final class ExecutorProbe {
    private static final String PATIENCE = "spark.scheduler.maxRegisteredResourcesWaitingTime";
    private static final long LOOK_MILLIS = 200;
    private static final String NO_FOLDER = "no folder";
    static final String NO_KEY = "no key";

    private final SparkContext context;
    private final Workspace workspace;
    private final @Nullable String stage;

    /** {@code stage}: what executors read in the place of the workspace's folder; null: they read that. */
    ExecutorProbe(SparkContext context, Workspace workspace, @Nullable String stage) {
        this.context = context;
        this.workspace = workspace;
        this.stage = stage;
    }

    /** Throws {@link SourceUnavailableException} if no executor comes, {@link BadRequestException} if one cannot work. */
    void run() {
        long seconds = context.conf().getTimeAsSeconds(PATIENCE, "60s");
        boolean come = come(seconds);
        if (context.isStopped()) {
            throw new SourceUnavailableException(
                    ErrorCode.CLUSTER_UNREACHABLE,
                    "Cannot start Spark on '" + context.master() + "': the master gave the application up, expected"
                            + " executors that stay up. See the logs of its workers and executors, and docs/spark.md.");
        }
        if (!come) {
            throw new SourceUnavailableException(
                    ErrorCode.CLUSTER_UNREACHABLE,
                    "Cannot start Spark on '" + context.master() + "': no executor within " + seconds
                            + " s, expected one at least. See whether workers are up with enough memory and cores free,"
                            + " and reach this machine; or ask for less: --spark-conf spark.executor.memory=512m.");
        }
        for (String found : found()) {
            if (found.equals(NO_FOLDER)) {
                throw unfit("there is no such folder there", "storage that every node has under the same path");
            } else if (found.equals(NO_KEY)) {
                throw unfit(
                        "its key cannot be opened there",
                        stage == null
                                ? "the key file readable for them, or DAYONE_KEY in their environment"
                                : "DAYONE_KEY, or DAYONE_KEY_FILE with the path of a key file, in their environment");
            } else if (stage != null && found.startsWith(StagedLook.UNREAD)) {
                throw unread(stage, StageFault.valueOf(found.substring(StagedLook.UNREAD.length())));
            } else if (!found.equals(key())) {
                throw unfit("there lies another workspace", "storage that every node has under the same path");
            }
        }
    }

    /** Waits for an executor; the driver counts as one. */
    private boolean come(long seconds) {
        CountDownLatch added = new CountDownLatch(1);
        context.addSparkListener(new SparkListener() {
            @Override
            public void onExecutorAdded(SparkListenerExecutorAdded event) {
                added.countDown();
            }
        });
        try {
            for (long left = seconds * 1_000; left > 0 && !context.isStopped(); left -= LOOK_MILLIS) {
                if (context.getExecutorIds().size() > 0 || added.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private String key() {
        return WorkspaceKey.openOrCreate(workspace).id();
    }

    private List<String> found() {
        key();
        if (stage == null) {
            String root = workspace.root().toString();
            return asked(task -> seen(root));
        }
        try (StagedLook.Trial trial = new StagedLook.Trial(context, new StageUri(stage), workspace)) {
            StagedLook look = trial.look();
            return asked(task -> look.seen());
        }
    }

    private List<String> asked(Function<Integer, String> look) {
        int tasks = Math.max(2, context.defaultParallelism());
        try {
            return new JavaSparkContext(context)
                    .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                    .map(look)
                    .collect();
        } catch (Exception e) { // Spark throws what it does not declare
            if (context.isStopped() || !(e instanceof SparkException)) {
                throw Sessions.brokeOff(context.master(), e);
            }
            throw new BadRequestException(
                    ErrorCode.CLUSTER_UNFIT,
                    "Cannot run dayone on the executors of '" + context.master() + "': the first task failed ("
                            + Failure.causes(e)
                                    .get(Failure.causes(e).size() - 1)
                                    .getClass()
                                    .getSimpleName()
                            + "), expected Spark 3.5 with Scala 2.12 on Java 17 and dayone's JARs. See docs/spark.md.",
                    e);
        }
    }

    /** On an executor: what it sees of the workspace. */
    private static String seen(String root) {
        Workspace there = new Workspace(Path.of(root));
        if (!Files.isRegularFile(there.keyRingFile())) {
            return NO_FOLDER;
        }
        try {
            return WorkspaceKey.open(there).id();
        } catch (BadRequestException e) {
            return NO_KEY;
        }
    }

    private BadRequestException unread(String uri, StageFault fault) {
        return new BadRequestException(
                ErrorCode.CLUSTER_UNFIT,
                "Cannot read the stage '" + uri + "' on the executors of '" + context.master() + "': " + fault.found()
                        + ", expected " + fault.expected() + ". See docs/spark.md.");
    }

    private BadRequestException unfit(String found, String expected) {
        return new BadRequestException(
                ErrorCode.CLUSTER_UNFIT,
                "Cannot read workspace '" + workspace.root() + "' on the executors of '" + context.master() + "': "
                        + found + ", expected " + expected + ". See docs/spark.md.");
    }
}
