package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.engine.SparkSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone run}: samples the sources, then checks the snapshot. */
@Command(
        name = "run",
        description = "Sample the pilot's sources, check the data, and answer with a verdict and a report.",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        SparkSettings settings = spark.settings();
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Snapshot snapshot = new Sampling(console, workspace).sampleToCheck(file, settings);
            return new Checking(console, workspace, settings)
                    .check(file, snapshot)
                    .tell(options.json());
        }
    }
}
