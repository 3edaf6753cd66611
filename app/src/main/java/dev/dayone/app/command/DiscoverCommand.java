package dev.dayone.app.command;

import dev.dayone.app.console.CheckingProgress;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.snapshot.FileTree;
import dev.dayone.pilot.snapshot.Receipt;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.UndeclaredLinks;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.wording.Numbers;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone discover}: keys between tables that nobody declared. */
@Command(
        name = "discover",
        description = {
            "Find keys that nobody declared, inside a source and between sources, in a snapshot that is there already.",
            "What is found is written as links to paste into the pilot's flow. No source is asked, but with --ask."
        },
        sortOptions = false)
final class DiscoverCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private SnapshotOption snapshot;

    @Option(
            names = "--ask",
            description = "Where a table was read in part: read 1,000 rows of the one side and the rows that they"
                    + " refer to, read-only and within the pilot's limits, to prove or refute the link.")
    private boolean ask;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    DiscoverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
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
            if (ask) {
                found = asked(file, found, workspace, settings);
            }
            DiscoveryText text = new DiscoveryText(chosen.manifest().id(), found);
            console.out().print(options.json() ? Json.write(text.json()) + "\n" : text.yaml());
            text.summary().forEach(console::say);
            return 0;
        }
    }

    private UndeclaredLinks.Found asked(
            PilotFile file, UndeclaredLinks.Found found, Workspace workspace, SparkSettings settings)
            throws IOException {
        List<DiscoveredLink> open =
                found.links().stream().filter(link -> !link.proved()).toList();
        if (open.isEmpty()) {
            return found;
        }
        SecondSample second =
                new SecondSample(file, open.stream().map(DiscoveredLink::link).toList());
        Snapshot snapshot = new Sampling(console, workspace).sample(second.pilot());
        try {
            snapshot.manifest()
                    .sources()
                    .forEach((name, source) -> console.say("Asked " + name + ": "
                            + Numbers.count(
                                    source.receipt().statements().stream()
                                            .mapToLong(Receipt.Statement::times)
                                            .sum(),
                                    "statement")
                            + ", " + Numbers.count(source.receipt().rows(), "row")));
            return found.with(UndeclaredLinks.measure(open, snapshot, workspace, settings));
        } finally {
            FileTree.delete(snapshot.folder());
        }
    }
}
