package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceKey;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What an executor does to see whether it can read a stage's copies: reads a file there, and opens the workspace's keys.
 *
 * @param sealed the workspace's keys, of no use without the workspace's own
 */
record StagedLook(SerializableConfiguration hadoop, String file, String text, String root, String sealed)
        implements Serializable {
    /** Before the name of a {@link StageFault}. */
    static final String UNREAD = "unread ";

    /** On an executor: the identifier of the keys, or why there is none. */
    String seen() {
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            String read = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!read.equals(text)) {
                return UNREAD + StageFault.NO_PLACE;
            }
        } catch (Exception | LinkageError e) { // file systems are loaded by name, and fail as they like
            return UNREAD + StageFault.of(e);
        }
        try {
            return WorkspaceKey.open(new Workspace(java.nio.file.Path.of(root)), sealed)
                    .id();
        } catch (BadRequestException e) {
            return ExecutorProbe.NO_KEY;
        }
    }

    /** The file that is looked for, as long as it is. */
    static final class Trial implements AutoCloseable {
        private final Stage stage;
        private final Path file;
        private final StagedLook look;

        Trial(SparkContext context, StageUri uri, Workspace workspace) {
            stage = Stage.of(uri, context.hadoopConfiguration(), workspace);
            file = stage.temporary();
            String text = UUID.randomUUID().toString();
            stage.write(file, text);
            look = new StagedLook(
                    new SerializableConfiguration(context.hadoopConfiguration()),
                    file.toString(),
                    text,
                    workspace.root().toString(),
                    WorkspaceKey.sealed(workspace));
        }

        StagedLook look() {
            return look;
        }

        @Override
        public void close() {
            stage.remove(file);
        }
    }
}
