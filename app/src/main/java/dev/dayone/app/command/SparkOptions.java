package dev.dayone.app.command;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.readiness.engine.SparkSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark calculates: here, unless a command is told otherwise. */
final class SparkOptions {
    private static final String TELLS_A_SECRET =
            "(?i).*(secret|password|token|credential|(access|account|private)\\.key).*";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Calculate on a Spark cluster, such as spark://HOST:7077; see docs/spark.md. Default: in this process.")
    private @Nullable String master;

    @Option(
            names = "--spark-conf",
            paramLabel = "NAME=VALUE",
            description = "A property of Spark, such as spark.executor.memory=4g. May be repeated.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(
            names = "--spark-properties",
            paramLabel = "FILE",
            description = "A file of such properties, secrets among them; --spark-conf goes before it.")
    private @Nullable Path file;

    @Option(
            names = "--stage",
            paramLabel = "URI",
            description =
                    "A folder that executors read copies of the encrypted snapshot from, such as s3a://bucket/dayone;"
                            + " see docs/spark.md. Default: they read the workspace's files.")
    private @Nullable String stage;

    /** The settings, once it is known that a master that was named listens, and that a stage can be used. */
    SparkSettings settings() {
        if (master == null && file == null && stage == null && properties.isEmpty()) {
            return SparkSettings.USUAL;
        }
        Map<String, String> all = new LinkedHashMap<>(file == null ? Map.of() : read(file));
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (property.getKey().matches(TELLS_A_SECRET)) {
                throw new BadRequestException(
                        ErrorCode.COMMAND_INVALID,
                        "Cannot take '" + property.getKey() + "' from the command line: everybody on this machine can"
                                + " read it there, expected a file. Put it into one for --spark-properties.");
            }
            all.put(property.getKey(), property.getValue());
        }
        SparkSettings settings = new SparkSettings(master, all, stage);
        settings.requireReachable();
        return settings;
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRequestException(
                    Files.exists(file) ? ErrorCode.FILE_NOT_READABLE : ErrorCode.FILE_NOT_FOUND,
                    "Cannot read Spark's properties '" + file + "': "
                            + (Files.exists(file) ? e.getClass().getSimpleName() : "there is no such file")
                            + ", expected lines of a name and a value. Mend --spark-properties.",
                    e);
        }
        Map<String, String> read = new LinkedHashMap<>();
        // Blanks behind a value are not seen in an editor, and mean nothing to Spark.
        properties.forEach(
                (name, value) -> read.put(name.toString(), value.toString().strip()));
        return read;
    }
}
