package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.sample.DemoCompany;
import dev.dayone.sample.DemoScale;
import dev.dayone.sample.defect.PlantedDefects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone demo}: the whole way on a made-up company in embedded databases. */
@Command(
        name = "demo",
        description = {
            "Run everything on a made-up company: a CRM in PostgreSQL and a helpdesk in MariaDB,",
            "embedded, filled with realistic data of known defects. Ends with 0 once it has run to its end."
        },
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "How much data: 1 is about 20,000 contacts and 60,000 tickets. Default: ${DEFAULT-VALUE}.")
    private double scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Another seed makes other data of the same kind. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--keep", description = "Keep the databases up until Ctrl-C, to try other commands on them.")
    private boolean keep;

    @Option(names = "--score", description = "Compare what was found with what was planted.")
    private boolean score;

    @Mixin
    private CommonOptions options;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        DemoScale size = new DemoScale(scale, seed);
        Workspace workspace = options.open(Path.of("").toAbsolutePath());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace);
                DemoCompany company =
                        DemoCompany.open(workspace.root().resolve("demo"), size, line -> console.say("  " + line))) {
            PilotFile file = PilotLoader.load(company.pilotFile());
            Snapshot snapshot = new Sampling(console, workspace).sampleToCheck(file, SparkSettings.USUAL);
            FinishedRun run = new Checking(console, workspace, SparkSettings.USUAL).check(file, snapshot);
            PlantedScore scored = score ? score(company, run) : null;
            run.tell(options.json(), scored == null ? Map.of() : Map.of("score", scored));
            if (!options.json()) {
                if (scored != null) {
                    console.out().println("Score    " + scored.tell());
                }
                console.out().println("Pilot    " + company.pilotFile() + " (read it: yours will look the same)");
                console.out().println("Planted  " + company.plantedDefects() + " (what was put into the data)");
            }
            if (keep) {
                console.out().flush();
                console.say("The databases stay up until Ctrl-C. Try: dayone doctor " + company.pilotFile());
                new CountDownLatch(1).await();
            }
        }
        return 0;
    }

    private static PlantedScore score(DemoCompany company, FinishedRun run) {
        try {
            PlantedDefects truth =
                    Json.MAPPER.readValue(company.plantedDefects().toFile(), PlantedDefects.class);
            return PlantedScore.of(truth, run.report().findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
