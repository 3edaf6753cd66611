package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.DayoneException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Tries a stage before anything else is done: writes a file there, reads it, and removes it. */
final class StageTrial {
    private static final String FOR_HADOOP = "spark.hadoop.";

    /** A store that is not there is told within seconds; S3A and HDFS try for many minutes otherwise. */
    private static final Map<String, String> IMPATIENT = Map.of(
            "fs.s3a.attempts.maximum", "2",
            "fs.s3a.retry.limit", "2",
            "fs.s3a.connection.establish.timeout", "5000",
            "ipc.client.connect.max.retries", "2",
            "ipc.client.connect.max.retries.on.timeouts", "1",
            "ipc.client.connect.timeout", "5000",
            "dfs.client.retry.policy.enabled", "false");

    private StageTrial() {}

    /** Throws {@link DayoneException} if the stage cannot be used. {@code properties}: Spark's, as they will be. */
    static void run(StageUri stage, Map<String, String> properties) {
        SparkConf conf = new SparkConf();
        properties.forEach(conf::set);
        IMPATIENT.forEach((name, value) -> conf.setIfMissing(FOR_HADOOP + name, value));
        try {
            Configuration hadoop = SparkHadoopUtil.get().newConfiguration(conf);
            try (FileSystem store = FileSystem.newInstance(stage.path().toUri(), hadoop)) {
                tried(store, new Path(stage.path(), "dayone-trial-" + UUID.randomUUID()));
            }
        } catch (Exception | LinkageError e) { // file systems are loaded by name, and fail as they like
            throw StageFault.told(stage, e);
        }
    }

    private static void tried(FileSystem store, Path file) throws IOException {
        try (OutputStream out = store.create(file, true)) {
            out.write(1);
        }
        store.listStatus(file.getParent());
        try (var in = store.open(file)) {
            if (in.read() != 1) {
                throw new IOException("What was written is not what is read");
            }
        }
        store.delete(file, false);
    }
}
