package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import dev.dayone.pilot.snapshot.Workspace;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Starts Spark's session, and tells a cluster that is not there from settings that are wrong. */
final class Sessions {
    private Sessions() {}

    /** A session; on a cluster, one whose executors can read the workspace, or its stage if there is one. */
    static SparkSession start(SparkConf conf, Workspace workspace, @Nullable String stage) {
        MasterUrl master = new MasterUrl(conf.get("spark.master"));
        master.requireReachable();
        SparkSession session = session(conf, master);
        if (master.isLocal()) {
            return session;
        }
        try {
            new ExecutorProbe(session.sparkContext(), workspace, stage).run();
        } catch (DayoneException e) {
            session.stop();
            throw e;
        }
        if (!conf.contains(SessionProperties.SHUFFLE_PARTITIONS)) {
            int cores = Math.max(2, session.sparkContext().defaultParallelism());
            session.conf().set(SessionProperties.SHUFFLE_PARTITIONS, cores);
        }
        return session;
    }

    private static SparkSession session(SparkConf conf, MasterUrl master) {
        try {
            SparkSession session = SparkSession.builder().config(conf).getOrCreate();
            if (!session.sparkContext().isStopped()) {
                return session;
            }
            throw unaccepted(master.text(), null);
        } catch (IllegalArgumentException e) {
            // A context that its master gave up fails at whatever it does next.
            if (String.valueOf(e.getMessage()).contains("MetricsSystem")) {
                throw unaccepted(master.text(), e);
            }
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot start Spark on '" + master.text() + "': one of its settings is refused ("
                            + Failure.firstLine(e) + "), expected values as Spark documents them. Mend --spark-conf.",
                    e);
        } catch (DayoneException e) {
            throw e;
        } catch (Exception e) { // Spark throws what it does not declare
            if (master.isLocal()) {
                throw e;
            }
            throw unaccepted(master.text(), e);
        }
    }

    private static SourceUnavailableException unaccepted(String master, @Nullable Exception e) {
        return new SourceUnavailableException(
                ErrorCode.CLUSTER_UNREACHABLE,
                "Cannot start Spark on '" + master + "': the application was not taken, expected a master of Spark 3.5"
                        + " with the same secret and encryption. See its log, and docs/spark.md.",
                e);
    }

    /** The failure of a cluster that went away in the middle. */
    static SourceUnavailableException brokeOff(String master, @Nullable Exception cause) {
        return new SourceUnavailableException(
                ErrorCode.CLUSTER_BROKE_OFF,
                "Cannot calculate on '" + master + "' to the end: the master or its executors went away, expected them"
                        + " to stay. See their logs, then check the snapshot again.",
                cause);
    }
}
