package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckVerdict;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.budget.BudgetPlan;
import dev.dayone.readiness.budget.Volumes;
import dev.dayone.readiness.statistic.Intervals;
import dev.dayone.readiness.table.DrawnTogether;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a verdict rests on. */
public record Case(Pilot pilot, Manifest manifest, Evidence evidence, RunInfo run) {
    /** What the pilot's budget comes to; null: it has none. */
    @Nullable
    BudgetReport budget() {
        Budget budget = pilot.budget();
        return budget == null ? null : new BudgetPlan(evidence.tables(), this::together, run.sampledAt()).of(budget);
    }

    /** The pilot's metrics, with the records a month that make them worth a pilot. */
    List<MetricResult> metrics() {
        Volumes volumes = new Volumes(evidence.tables(), this::together, run.sampledAt());
        return evidence.metrics().stream()
                .map(metric -> metric.worth(worth(metric.metric().worth(), volumes)))
                .toList();
    }

    private static MetricResult.@Nullable Volume worth(Metric.@Nullable Worth worth, Volumes volumes) {
        if (worth == null) {
            return null;
        }
        Volumes.Counted counted = volumes.of(worth.records());
        BudgetReport.Volume found = counted.volume();
        if (found == null) {
            return new MetricResult.Volume(null, CheckVerdict.NO_ANSWER, counted.error());
        }
        Interval interval = found.interval() == null ? Intervals.exact(found.records()) : found.interval();
        return new MetricResult.Volume(found, Intervals.atLeast(interval, worth.atLeast()), null);
    }

    private double together(TableRef table) {
        TableManifest read = manifest.tables().get(table);
        return read == null ? 1 : DrawnTogether.rows(read);
    }
}
