package dev.dayone.app.command;

import dev.dayone.app.console.CheckingProgress;
import dev.dayone.app.console.Console;
import dev.dayone.pilot.PilotFile;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.snapshot.Snapshot;
import dev.dayone.pilot.snapshot.Workspace;
import dev.dayone.pilot.suite.SuiteLosses;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.Measurement;
import dev.dayone.readiness.engine.SparkSettings;
import dev.dayone.readiness.render.ReportWriter;
import dev.dayone.readiness.verdict.Case;
import dev.dayone.readiness.verdict.Judgement;
import java.nio.file.Path;
import java.time.Instant;

/** The second half of a run: from a snapshot to a report. */
record Checking(Console console, Workspace workspace, SparkSettings spark) {
    FinishedRun check(PilotFile file, Snapshot snapshot) {
        Instant started = Instant.now();
        String id = Workspace.newId(started);
        SuiteLosses.lines(file.pilot()).forEach(console::say);
        console.say("Checking snapshot " + snapshot.manifest().id());
        Evidence evidence;
        try (CheckingProgress progress = CheckingProgress.on(console)) {
            evidence = Measurement.measure(file.pilot(), snapshot, workspace, spark, progress);
        }
        RunInfo run = new RunInfo(
                id,
                snapshot.manifest().id(),
                started,
                Instant.now(),
                snapshot.manifest().completedAt(),
                Version.current());
        RunReport report = Judgement.judge(new Case(file.pilot(), snapshot.manifest(), evidence, run));
        Path folder = workspace.runFolder(id);
        try (Remembering remembering = Remembering.begin(file, report, workspace, console)) {
            new ReportWriter().write(report, folder);
            return new FinishedRun(folder, remembering.end(folder), console);
        }
    }
}
