package dev.dayone.pilot.report;

import dev.dayone.pilot.TableRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run; {@code report.json} is this record. It holds no value of a personal or free-text column.
 *
 * @param format of this file; readers refuse a higher one
 * @param headline the verdict's reason in one sentence
 * @param findings ranked, most weighty first
 * @param funnel null: the pilot has no flow, nobody could follow it, or an older version wrote this
 * @param discovered links that the pilot does not name, those that hold the most first
 * @param since the run before, and what changed; null: there is none, or nobody looked
 */
public record RunReport(
        int format,
        RunInfo run,
        PilotInfo pilot,
        GateVerdict verdict,
        String headline,
        List<Gate> gates,
        Map<String, SourceReport> sources,
        Map<TableRef, TableReport> tables,
        List<CheckResult> checks,
        List<LinkResult> links,
        List<MetricResult> metrics,
        List<Finding> findings,
        @Nullable Funnel funnel,
        @Nullable SinceLast since,
        @Nullable BudgetReport budget,
        List<DiscoveredLink> discovered) {
    /** The format that this version writes. */
    public static final int FORMAT = 1;

    public RunReport {
        gates = List.copyOf(gates);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        checks = List.copyOf(checks);
        links = List.copyOf(links);
        metrics = List.copyOf(metrics);
        findings = List.copyOf(findings);
        discovered = discovered == null ? List.of() : List.copyOf(discovered);
    }

    /** A report that was not compared with the run before. */
    public RunReport(
            int format,
            RunInfo run,
            PilotInfo pilot,
            GateVerdict verdict,
            String headline,
            List<Gate> gates,
            Map<String, SourceReport> sources,
            Map<TableRef, TableReport> tables,
            List<CheckResult> checks,
            List<LinkResult> links,
            List<MetricResult> metrics,
            List<Finding> findings,
            @Nullable Funnel funnel) {
        this(
                format, run, pilot, verdict, headline, gates, sources, tables, checks, links, metrics, findings, funnel,
                null, null, List.of());
    }

    /** The same, with what the budget comes to. */
    public RunReport costing(@Nullable BudgetReport costs) {
        return new RunReport(
                format,
                run,
                pilot,
                verdict,
                headline,
                gates,
                sources,
                tables,
                checks,
                links,
                metrics,
                findings,
                funnel,
                since,
                costs,
                discovered);
    }

    /** The same, compared with the run before. */
    public RunReport compared(List<Finding> told, @Nullable SinceLast changes) {
        return new RunReport(
                format,
                run,
                pilot,
                verdict,
                headline,
                gates,
                sources,
                tables,
                checks,
                links,
                metrics,
                told,
                funnel,
                changes,
                budget,
                discovered);
    }

    /** The same, with links that the pilot does not name. */
    public RunReport beside(List<DiscoveredLink> found) {
        return new RunReport(
                format, run, pilot, verdict, headline, gates, sources, tables, checks, links, metrics, findings, funnel,
                since, budget, found);
    }
}
