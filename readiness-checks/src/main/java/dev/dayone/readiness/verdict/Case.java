package dev.dayone.readiness.verdict;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.RunInfo;
import dev.dayone.pilot.snapshot.Manifest;
import dev.dayone.pilot.snapshot.TableManifest;
import dev.dayone.readiness.Evidence;
import dev.dayone.readiness.budget.BudgetPlan;
import dev.dayone.readiness.table.DrawnTogether;
import org.jspecify.annotations.Nullable;

/** All that a verdict rests on. */
public record Case(Pilot pilot, Manifest manifest, Evidence evidence, RunInfo run) {
    /** What the pilot's budget comes to; null: it has none. */
    @Nullable
    BudgetReport budget() {
        Budget budget = pilot.budget();
        return budget == null ? null : new BudgetPlan(evidence.tables(), this::together, run.sampledAt()).of(budget);
    }

    private double together(TableRef table) {
        TableManifest read = manifest.tables().get(table);
        return read == null ? 1 : DrawnTogether.rows(read);
    }
}
