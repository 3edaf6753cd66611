package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.cohort.Cohort;
import dev.dayone.readiness.cohort.Cohorts;
import dev.dayone.readiness.cohort.Representation;
import dev.dayone.readiness.engine.SparkSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone cohort}: a part of the records for a controlled launch. */
@Command(
        name = "cohort",
        description = {
            "Choose a part of the records by a hash of their key, always the same, for a controlled launch,",
            "and test on the newest snapshot whether it stands for the whole: no source is asked."
        },
        sortOptions = false)
final class CohortCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(names = "--share", required = true, paramLabel = "SHARE", description = "How much of it, such as 0.25.")
    private String share;

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description =
                    "What stands for a record, as SOURCE.TABLE.COLUMN. Default: the key of the flow's first table.")
    private @Nullable String key;

    @Option(
            names = "--salt",
            paramLabel = "TEXT",
            description = "Another text chooses other records. Default: the pilot's name.")
    private @Nullable String salt;

    @Mixin
    private SnapshotOption snapshot;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    CohortCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        BigDecimal part = part();
        ColumnRef column = column();
        Measurement.load();
        PilotFile file = PilotLoader.load(pilot.file());
        SparkSettings settings = spark.settings();
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Snapshot chosen = snapshot.chosen("choose a cohort of", workspace, file.pilot(), pilot.file(), console);
            Cohorts.Wish wish =
                    new Cohorts.Wish(column, part, salt == null ? file.pilot().name() : salt);
            Cohort cohort = Cohorts.choose(file.pilot(), chosen, workspace, settings, wish);
            Path folder = workspace.root().resolve("cohorts").resolve(Workspace.newId(Instant.now()));
            CohortText text = new CohortText(file.pilot().name(), cohort);
            write(folder.resolve("cohort.md"), text.markdown());
            write(folder.resolve("cohort.json"), Json.write(cohort) + "\n");
            if (options.json()) {
                console.out().println(Json.write(cohort));
            } else {
                text.lines().forEach(line -> console.out().println(line));
            }
            console.say("Written to " + folder);
            return cohort.verdict() == Representation.REPRESENTATIVE ? 0 : 1;
        }
    }

    private BigDecimal part() {
        try {
            BigDecimal part = new BigDecimal(share);
            if (part.signum() > 0 && part.compareTo(BigDecimal.ONE) < 0) {
                return part;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other that is none.
        }
        throw new BadRequestException(
                ErrorCode.COMMAND_INVALID,
                "Cannot choose a cohort of share '" + share + "': expected more than 0 and less than 1, such as 0.25."
                        + " Give another --share.");
    }

    private @Nullable ColumnRef column() {
        try {
            return key == null ? null : ColumnRef.parse(key);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(
                    ErrorCode.COMMAND_INVALID,
                    "Cannot choose a cohort by '" + key + "': " + e.getMessage() + ". Give another --key.",
                    e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.WORKSPACE_NOT_WRITABLE,
                    "Cannot write '" + file + "': " + e.getClass().getSimpleName()
                            + ", expected a folder that can be written to. Change its rights or name another with"
                            + " --workspace.",
                    e);
        }
    }
}
