package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.engine.SparkSettings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone check}: checks a snapshot that is there already. */
@Command(
        name = "check",
        description = "Check a snapshot that was sampled before: no source is asked.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(names = "--snapshot", paramLabel = "ID", description = "Which snapshot. Default: the pilot's newest.")
    private @Nullable String snapshot;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Measurement.load();
        PilotFile file = PilotLoader.load(pilot.file());
        SparkSettings settings = spark.settings();
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            return new Checking(console, workspace, settings)
                    .check(file, chosen(workspace, file))
                    .tell(options.json());
        }
    }

    private Snapshot chosen(Workspace workspace, PilotFile file) {
        if (snapshot != null) {
            Snapshot found = workspace.snapshot(snapshot);
            if (!found.manifest().pilot().equals(file.pilot().name())) {
                throw new BadRequestException(
                        ErrorCode.SNAPSHOT_UNKNOWN,
                        "Cannot check snapshot '" + snapshot + "' for pilot '"
                                + file.pilot().name() + "': it is of pilot '"
                                + found.manifest().pilot() + "'. Choose another.");
            }
            return found;
        }
        Snapshot newest = workspace
                .newestSnapshot(file.pilot().name())
                .orElseThrow(() -> new BadRequestException(
                        ErrorCode.SNAPSHOT_UNKNOWN,
                        "Cannot check pilot '" + file.pilot().name() + "': no complete snapshot in '" + workspace.root()
                                + "'. Run 'dayone sample " + pilot.file() + "' first."));
        workspace
                .brokenOffAfter(newest.manifest().id())
                .ifPresent(id -> console.say("Snapshot " + id + " is younger, was broken off and is not checked:"
                        + " 'dayone sample' resumes it."));
        return newest;
    }
}
