package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.error.DayoneException;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.readiness.history.RunHistory;
import dev.dayone.readiness.render.ReportWriter;
import dev.dayone.readiness.verdict.Judgement;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A run's way into its history, in the background while its report is written. The history keeps it only once that is done;
 * whatever becomes of the history, the run stands.
 */
final class Remembering implements AutoCloseable {
    private final RunReport report;
    private final Console console;
    private final CompletableFuture<Begun> begun;
    private boolean ended;

    /** An open history, and the report compared with what it holds. */
    private record Begun(RunHistory history, RunReport told) {}

    private Remembering(RunReport report, Console console, CompletableFuture<Begun> begun) {
        this.report = report;
        this.console = console;
        this.begun = begun;
    }

    /** Opens the history and compares a run with the earlier ones. */
    static Remembering begin(PilotFile file, RunReport report, Workspace workspace, Console console) {
        return new Remembering(
                report,
                console,
                CompletableFuture.supplyAsync(() -> begun(file, report, workspace), Remembering::beside));
    }

    private static void beside(Runnable task) {
        Thread thread = new Thread(task, "dayone-history");
        thread.setDaemon(true);
        thread.start();
    }

    private static Begun begun(PilotFile file, RunReport report, Workspace workspace) {
        RunHistory history = RunHistory.open(HistoryChoice.of(file, workspace));
        try {
            return new Begun(history, history.begin(report, file.pilot().history(), workspace, Judgement::ranked));
        } catch (RuntimeException e) {
            history.close();
            throw e;
        }
    }

    /** Of a report that is written: writes it anew if there is something to add, and keeps the run. */
    RunReport end(Path folder) {
        ended = true;
        try {
            Begun found = begun.join();
            try (RunHistory history = found.history()) {
                if (!found.told().equals(report)) {
                    new ReportWriter().write(found.told(), folder);
                }
                history.keep();
            }
            return found.told();
        } catch (CompletionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private RunReport failed(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        // A damaged file shows in many ways.
        console.say(
                failure instanceof DayoneException known
                        ? "The run is finished, but not compared with earlier ones. " + known.line()
                        : "The run is finished, but not compared with earlier ones: its history is damaged ("
                                + failure.getClass().getSimpleName()
                                + "). Move it away; finished runs are taken in again.");
        return report;
    }

    /** Lets go of the history of a run that was not ended: nothing of it is kept. */
    @Override
    public void close() {
        if (!ended) {
            begun.thenAccept(found -> found.history().close())
                    .exceptionally(failure -> null)
                    .join();
        }
    }
}
