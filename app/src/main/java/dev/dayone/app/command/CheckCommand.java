package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.engine.SparkSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone check}: checks a snapshot that is there already. */
@Command(
        name = "check",
        description = "Check a snapshot that was sampled before: no source is asked.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private SnapshotOption snapshot;

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
                    .check(file, snapshot.chosen("check", workspace, file.pilot(), pilot.file(), console))
                    .tell(options.json());
        }
    }
}
