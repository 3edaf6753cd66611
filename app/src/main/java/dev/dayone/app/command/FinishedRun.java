package dev.dayone.app.command;

import dev.dayone.app.console.Console;
import dev.dayone.pilot.Json;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.render.ReportReader;
import dev.dayone.readiness.render.ReportWriter;
import dev.dayone.readiness.render.TerminalSummary;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run whose report is written. */
record FinishedRun(Path folder, RunReport report, Console console) {
    /** Reads the report of a run's folder. */
    static FinishedRun read(Path folder, Console console) {
        return new FinishedRun(folder, ReportReader.read(folder.resolve("report.json")), console);
    }

    /** Writes the report's files into another folder too. */
    FinishedRun writtenTo(Path other) {
        new ReportWriter().write(report, other);
        return new FinishedRun(other.toAbsolutePath().normalize(), report, console);
    }

    /** Shows the result, and answers the exit code that it stands for. */
    int tell(boolean json) {
        return tell(json, Map.of());
    }

    /** The same; JSON holds {@code more} too. */
    int tell(boolean json, Map<String, ?> more) {
        if (json) {
            Map<String, Object> summary = summary();
            summary.putAll(more);
            console.out().println(Json.write(summary));
        } else {
            console.out().print(TerminalSummary.render(report, console.columns(), console.colour()));
            console.out().println();
            console.out().println("Report   " + folder.resolve("report.html"));
            console.out().println("         " + folder.resolve("summary.md") + ", junit.xml, report.json beside it");
        }
        return report.verdict() == GateVerdict.READY ? 0 : 1;
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", report.run().id());
        summary.put("snapshot", report.run().snapshot());
        summary.put("pilot", report.pilot().name());
        summary.put("verdict", report.verdict());
        summary.put("headline", report.headline());
        summary.put("gates", report.gates());
        summary.put("links", report.links());
        summary.put("metrics", report.metrics());
        summary.put("findings", report.findings());
        summary.put("report", folder.resolve("report.json").toString());
        summary.put("html", folder.resolve("report.html").toString());
        return summary;
    }
}
