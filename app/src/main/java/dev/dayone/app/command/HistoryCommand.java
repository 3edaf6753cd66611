package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.history.PastRun;
import dev.dayone.readiness.history.RunHistory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone history}: what the runs of a pilot came to, one after the other. */
@Command(
        name = "history",
        description = "Show the runs of a pilot: verdicts, rows, checks that fail, metrics, findings come and gone.",
        sortOptions = false)
final class HistoryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs, counted from the newest. Default: ${DEFAULT-VALUE}.")
    private int last;

    @Mixin
    private CommonOptions options;

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        Workspace workspace = options.open(file.folder());
        String name = file.pilot().name();
        List<PastRun> runs;
        int all;
        try (RunHistory history = RunHistory.open(HistoryChoice.of(file, workspace))) {
            history.takeIn(name, workspace);
            List<PastRun.Head> heads = history.runs(name);
            all = heads.size();
            // One more, for the oldest that is shown is compared too.
            runs = heads.stream()
                    .limit(Math.max(1, (long) last) + 1)
                    .map(history::run)
                    .toList();
        }
        HistoryScreen screen = HistoryScreen.of(runs, Math.max(1, last), all);
        if (options.json()) {
            console.out().println(Json.write(screen.entries()));
        } else {
            console.out().print(screen.render(name, console.columns()));
        }
        return 0;
    }
}
