package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone sample}: reads the sources into a snapshot. */
@Command(name = "sample", description = "Sample the pilot's sources into a snapshot, read-only.", sortOptions = false)
final class SampleCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private CommonOptions options;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Snapshot snapshot = new Sampling(console, workspace).sample(file);
            if (options.json()) {
                console.out().println(Json.write(snapshot.manifest()));
            } else {
                console.out().println("Snapshot " + snapshot.manifest().id() + " in " + snapshot.folder());
            }
            return 0;
        }
    }
}
