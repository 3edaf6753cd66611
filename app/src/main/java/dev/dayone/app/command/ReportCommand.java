package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dayone report}: shows the report of a run again. */
@Command(
        name = "report",
        description = "Show the report of a run again, or write its files elsewhere.",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Which run. Default: the newest.")
    private @Nullable String run;

    @Option(names = "--output", paramLabel = "DIR", description = "Write the report's files into this folder too.")
    private @Nullable Path output;

    @Mixin
    private CommonOptions options;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Workspace workspace = options.open(Path.of("").toAbsolutePath());
        FinishedRun finished = FinishedRun.read(folder(workspace), console);
        if (output != null) {
            finished = finished.writtenTo(output);
        }
        finished.tell(options.json());
        return 0;
    }

    private Path folder(Workspace workspace) {
        List<Path> runs = workspace.finishedRuns();
        if (run == null) {
            if (runs.isEmpty()) {
                throw unknown("Cannot show a report: no finished run in '" + workspace.root()
                        + "'. Name the workspace with --workspace, or run 'dayone run PILOT' first.");
            }
            return runs.get(0);
        }
        Path folder = workspace.runFolder(run);
        if (!Files.isRegularFile(folder.resolve("report.json"))) {
            List<String> names = runs.stream()
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
            throw unknown("Cannot show run '" + run + "': no finished run of that name in '" + workspace.root() + "'"
                    + Nearest.hint(run, names) + ".");
        }
        return folder;
    }

    private static BadRequestException unknown(String message) {
        return new BadRequestException(ErrorCode.RUN_UNKNOWN, message);
    }
}
