package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.AtomicFile;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.yaml.PilotLoader;
import dev.dayone.readiness.history.PastRun.Head;
import dev.dayone.readiness.history.Reviewing;
import dev.dayone.readiness.history.RunHistory;
import dev.dayone.readiness.plan.Review;
import dev.dayone.readiness.render.ReviewPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dayone review}: a pilot's metrics month by month. */
@Command(
        name = "review",
        description = {
            "Write the page of the monthly review: the pilot's metrics month by month, held against what they were",
            "before it, and what is to be decided. From the history alone: nothing is measured."
        },
        sortOptions = false)
final class ReviewCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private PilotArgument pilot;

    @Option(
            names = "--before",
            paramLabel = "RUN",
            description = "The run that says how it was before the pilot. Default: the first.")
    private @Nullable String before;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many months, counted from the newest. Default: ${DEFAULT-VALUE}.")
    private int months;

    @Mixin
    private CommonOptions options;

    ReviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PilotFile file = PilotLoader.load(pilot.file());
        Workspace workspace = options.open(file.folder());
        Review review = review(file, workspace);
        Path folder = workspace.root().resolve("reviews").resolve(Workspace.newId(Instant.now()));
        String markdown = ReviewPage.markdown(review);
        write(folder.resolve("review.md"), markdown);
        write(folder.resolve("review.html"), ReviewPage.html(review));
        write(folder.resolve("review.json"), Json.write(review) + "\n");
        console.out().print(options.json() ? Json.write(review) + "\n" : markdown);
        console.say("Written to " + folder);
        return 0;
    }

    private Review review(PilotFile file, Workspace workspace) {
        String name = file.pilot().name();
        try (RunHistory history = RunHistory.open(HistoryChoice.of(file, workspace))) {
            history.takeIn(name, workspace);
            List<Head> runs = history.runs(name);
            Head first = chosen(file, runs);
            return Reviewing.of(
                    name,
                    file.pilot().metrics(),
                    history.run(first),
                    Reviewing.months(runs, first, file.pilot().history(), Math.max(1, months)).stream()
                            .map(history::run)
                            .toList());
        }
    }

    private Head chosen(PilotFile file, List<Head> runs) {
        String asked = before;
        Head first = asked == null
                ? Reviewing.first(runs, file.pilot().history())
                : runs.stream()
                        .filter(head -> head.id().equals(asked))
                        .findFirst()
                        .orElse(null);
        if (first == null) {
            List<String> ids = runs.stream().map(Head::id).toList();
            throw new BadRequestException(
                    ErrorCode.RUN_UNKNOWN,
                    asked == null
                            ? "Cannot review pilot '" + file.pilot().name()
                                    + "': no run of it is remembered, expected one from before the pilot. Make it with"
                                    + " 'dayone run PILOT'."
                            : "Cannot find run '" + asked + "' in the history: no run of that name"
                                    + Nearest.hint(asked, ids) + ". 'dayone history PILOT' shows all.");
        }
        return first;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, text);
        } catch (IOException e) {
            throw new BadRequestException(
                    ErrorCode.WORKSPACE_NOT_WRITABLE,
                    "Cannot write '" + file + "': " + e.getClass().getSimpleName()
                            + ", expected a folder that can be written to. Change its rights or name another with"
                            + " --workspace.",
                    e);
        }
    }
}
