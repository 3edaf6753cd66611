package dev.dayone.app.command;

import dev.dayone.app.console.CheckingProgress;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.UndeclaredLinks;
import dev.dayone.readiness.engine.SparkSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dayone discover}: keys between tables that nobody declared. */
@Command(
        name = "discover",
        description = {
            "Find keys that nobody declared, inside a source and between sources, in a snapshot that is there already.",
            "No source is asked. What is found is written as links to paste into the pilot's flow."
        },
        sortOptions = false)
final class DiscoverCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private SnapshotOption snapshot;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    DiscoverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Measurement.load();
        PilotFile file = PilotLoader.load(pilot.file());
        SparkSettings settings = spark.settings();
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Snapshot chosen = snapshot.chosen("discover links in", workspace, file.pilot(), pilot.file(), console);
            console.say("Looking at snapshot " + chosen.manifest().id());
            UndeclaredLinks.Found found;
            try (CheckingProgress progress = CheckingProgress.on(console)) {
                found = UndeclaredLinks.find(file.pilot(), chosen, workspace, settings, progress);
            }
            DiscoveryText text = new DiscoveryText(chosen.manifest().id(), found);
            console.out().print(options.json() ? Json.write(text.json()) + "\n" : text.yaml());
            text.summary().forEach(console::say);
            return 0;
        }
    }
}
