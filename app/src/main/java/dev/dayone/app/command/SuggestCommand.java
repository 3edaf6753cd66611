package dev.dayone.app.command;

import dev.dayone.app.console.CheckingProgress;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.snapshot.WorkspaceLock;
import dev.dayone.pilot.yaml.CheckAddition;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.suggest.Suggester;
import dev.dayone.readiness.suggest.Suggestions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone suggest}: checks to review, made from a snapshot that is there already. */
@Command(
        name = "suggest",
        description = {
            "Propose checks from a snapshot that was sampled before: no source is asked.",
            "Each was made from one half of the rows and held against the other, twenty times. Review them, then --apply."
        },
        sortOptions = false)
final class SuggestCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Mixin
    private SnapshotOption snapshot;

    @Option(
            names = "--apply",
            description = "Add them to the pilot file, with their evidence as comments. What is there stays as it is.")
    private boolean apply;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result to a file, not to the output.")
    private @Nullable Path output;

    @Mixin
    private SparkOptions spark;

    @Mixin
    private CommonOptions options;

    SuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Measurement.load();
        PilotFile file = PilotLoader.load(pilot.file());
        SparkSettings settings = spark.settings();
        Workspace workspace = options.open(file.folder());
        try (WorkspaceLock lock = WorkspaceLock.take(workspace)) {
            Snapshot chosen = snapshot.chosen("suggest checks of", workspace, file.pilot(), pilot.file(), console);
            console.say("Looking at snapshot " + chosen.manifest().id());
            Suggestions suggestions;
            try (CheckingProgress progress = CheckingProgress.on(console)) {
                suggestions = Suggester.suggest(file.pilot(), chosen, workspace, settings, progress);
            }
            SuggestionText text = new SuggestionText(file, suggestions);
            if (apply) {
                CheckAddition.toFile(file, text.additions());
            }
            tell(text);
            return 0;
        }
    }

    private void tell(SuggestionText text) {
        String result = options.json() ? Json.write(text.json(apply)) + "\n" : text.yaml();
        boolean shown = output == null && (options.json() || !apply);
        if (shown) {
            console.out().print(result);
        } else if (output != null) {
            write(output, result);
        }
        text.summary(apply).forEach(console::say);
    }

    private static void write(Path output, String text) {
        try {
            AtomicFile.write(output.toAbsolutePath(), text);
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.FILE_NOT_READABLE,
                    "Cannot write suggestions to '" + output + "': "
                            + e.getClass().getSimpleName()
                            + ", expected a file in a folder that is there and can be written. Give another --output.",
                    e);
        }
    }
}
