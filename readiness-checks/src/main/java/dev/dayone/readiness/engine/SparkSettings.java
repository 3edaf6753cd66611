package dev.dayone.readiness.engine;

import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.error.SourceUnavailableException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Spark calculates, and its properties as a user gives them. Throws {@link BadRequestException} where one cannot be
 * given.
 *
 * @param master Spark's URL of it; null: what {@code spark-submit} was given, else this process
 * @param properties by Spark's names, each beginning with {@code spark.}
 * @param stage the folder, as Hadoop names it, that jobs read copies of a snapshot's files from; null: they read the files
 */
public record SparkSettings(
        @Nullable String master,
        Map<String, String> properties,
        @Nullable String stage) {
    /** This process, or where {@code spark-submit} was told. */
    public static final SparkSettings USUAL = new SparkSettings(null, Map.of());

    private static final String MASTER = "spark.master";

    /** Where jobs read the files themselves. */
    public SparkSettings(@Nullable String master, Map<String, String> properties) {
        this(master, properties, null);
    }

    public SparkSettings {
        properties = Map.copyOf(properties);
        for (String name : properties.keySet()) {
            if (!name.startsWith("spark.")) {
                throw refused(name, "it is none of Spark's", "a name that begins with 'spark.'. Mend the name.");
            }
            if (SessionProperties.FIXED.containsKey(name)) {
                throw refused(
                        name, "dayone sets it itself", "one that no number of a report depends on. Leave it out.");
            }
        }
        String chosen = master == null ? properties.get(MASTER) : master;
        String submitted = System.getProperty(MASTER);
        if (chosen != null && submitted != null && !chosen.equals(submitted)) {
            throw refused(
                    MASTER,
                    "it is '" + chosen + "', and '" + submitted + "' for spark-submit",
                    "one master. Leave one out.");
        }
        master = chosen == null ? null : new MasterUrl(chosen).text();
        stage = stage == null ? null : new StageUri(stage).text();
    }

    private static BadRequestException refused(String name, String found, String expected) {
        return new BadRequestException(
                ErrorCode.COMMAND_INVALID, "Cannot set '" + name + "' for Spark: " + found + ", expected " + expected);
    }

    /**
     * Looks whether a master was named that listens, and a stage that can be written to, before anything else is done.
     * Throws {@link SourceUnavailableException} if one does not answer, {@link BadRequestException} if the stage cannot be
     * used.
     */
    public void requireReachable() {
        if (master != null && !isSubmitted()) {
            new MasterUrl(master).requireReachable();
        }
        if (stage != null) {
            StageTrial.run(new StageUri(stage), properties);
        }
    }

    /** Whether {@code spark-submit} has started this process, or whoever else sets properties of the JVM as it does. */
    static boolean isSubmitted() {
        // Where SparkConf looks for it too, which takes its time to be loaded.
        return System.getProperty(MASTER) != null;
    }
}
