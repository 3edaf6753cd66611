package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.history.Comparison;
import dev.dayone.readiness.history.HistoryPlace;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.history.RunHistory;
import dev.dayone.readiness.render.ReportReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dayone diff}: what is other in one run than in another. */
@Command(
        name = "diff",
        description = {
            "Show what changed from one run to another: verdict, schema, rows, links, metrics, checks, columns, findings.",
            "A run is an id, 'latest' or 'previous' (the newest before it of another snapshot, if there is one)."
        },
        sortOptions = false)
final class DiffCommand implements Callable<Integer> {
    private static final int NAMED = 5;

    private final Console console;

    @Parameters(
            arity = "0..1",
            index = "0",
            paramLabel = "FROM",
            defaultValue = "previous",
            description = "Default: previous.")
    private String from;

    @Parameters(
            arity = "0..1",
            index = "1",
            paramLabel = "TO",
            defaultValue = "latest",
            description = "Default: latest.")
    private String to;

    @Option(
            names = "--pilot",
            paramLabel = "PILOT",
            description = "The pilot file: where several share a workspace, or a database holds the history.")
    private @Nullable Path pilot;

    @Mixin
    private CommonOptions options;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = pilot == null ? null : PilotLoader.load(pilot);
        Workspace workspace = options.open(file == null ? Path.of("").toAbsolutePath() : file.folder());
        if (file == null && workspace.finishedRuns().isEmpty()) {
            throw unknown("Cannot compare runs: no finished run in '" + workspace.root()
                    + "'. Name the workspace with --workspace, or the pilot with --pilot.");
        }
        HistoryPlace place = file == null ? HistoryPlace.in(workspace) : HistoryChoice.of(file, workspace);
        Comparison comparison;
        try (RunHistory history = RunHistory.open(place)) {
            String name = file == null ? newest(workspace) : file.pilot().name();
            if (file == null) {
                history.takeIn(workspace);
            } else {
                history.takeIn(name, workspace);
            }
            List<Head> all = history.runs();
            Head after = chosen(to, all, name, null);
            comparison = Comparison.of(history.run(chosen(from, all, after.pilot(), after)), history.run(after));
        }
        console.out().print(options.json() ? Json.write(comparison) + "\n" : DiffScreen.render(comparison));
        return 0;
    }

    private static String newest(Workspace workspace) {
        return report(workspace.finishedRuns().get(0)).pilot().name();
    }

    private static RunReport report(Path run) {
        return ReportReader.read(run.resolve("report.json"));
    }

    private static Head chosen(String asked, List<Head> all, String pilot, @Nullable Head after) {
        List<Head> ofPilot =
                all.stream().filter(head -> head.pilot().equals(pilot)).toList();
        if (asked.equals("latest") && !ofPilot.isEmpty()) {
            return ofPilot.get(0);
        }
        if (asked.equals("previous")) {
            return previous(ofPilot, after == null && !ofPilot.isEmpty() ? ofPilot.get(0) : after);
        }
        List<String> ids = all.stream().map(Head::id).toList();
        return all.stream()
                .filter(head -> head.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> unknown("Cannot find run '" + asked + "' in the history: no run of that name"
                        + Nearest.hint(asked, ids) + ", expected latest, previous"
                        + (ids.isEmpty()
                                ? ""
                                : " or an id such as " + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size()))))
                        + ". 'dayone history PILOT' shows all."));
    }

    private static Head previous(List<Head> runs, @Nullable Head after) {
        int at = after == null ? 0 : runs.indexOf(after);
        List<Head> earlier = runs.subList(Math.min(runs.size(), at + 1), runs.size());
        return earlier.stream()
                .filter(head -> after == null || !head.snapshot().equals(after.snapshot()))
                .findFirst()
                .or(() -> earlier.stream().findFirst())
                .orElseThrow(() -> unknown("Cannot compare with the previous run: there is none before '"
                        + (after == null ? "latest" : after.id()) + "'. Run once more, or name two runs."));
    }

    private static BadRequestException unknown(String message) {
        return new BadRequestException(ErrorCode.RUN_UNKNOWN, message);
    }
}
