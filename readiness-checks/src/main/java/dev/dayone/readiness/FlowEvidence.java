package dev.dayone.readiness;

import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.expectation.Beside;
import dev.dayone.readiness.expectation.Checks;
import dev.dayone.readiness.flow.FlowWalk;
import dev.dayone.readiness.flow.Questions;
import dev.dayone.readiness.flow.RecordRule;
import dev.dayone.readiness.flow.Walked;
import dev.dayone.readiness.table.SnapshotTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the records of a pilot's flow. */
record FlowEvidence(Pilot pilot, Map<TableRef, SnapshotTable> tables, Beside beside) {
    /** What becomes of them, given what was measured of tables and checks; null: the pilot has no flow that can be followed. */
    @Nullable
    Walked of(Map<TableRef, TableReport> reports, List<CheckResult> checks) {
        Flow flow = pilot.flow();
        if (flow == null) {
            return null;
        }
        Questions questions = new Questions(pilot.needs(), reports, checks, this::rules);
        try {
            return new FlowWalk(flow, tables, questions).walk();
        } catch (Exception e) { // Spark throws what it does not declare; the report says that nobody could follow it
            return null;
        }
    }

    /** Rules of weight about columns that the pilot needs. */
    private List<RecordRule> rules(TableRef ref) {
        SnapshotTable table = tables.get(ref);
        List<String> needs = pilot.needs().getOrDefault(ref, List.of());
        if (table == null || needs.isEmpty() || !pilot.checks().containsKey(ref)) {
            return List.of();
        }
        int before = before(ref);
        return new Checks(
                        table,
                        pilot.checks().getOrDefault(ref, List.of()),
                        beside.selections().apply(ref),
                        beside)
                .ofOneRow().stream()
                        .filter(rule -> rule.columns().stream()
                                .anyMatch(column -> needs.contains(
                                        table.columns().get(column).name())))
                        .map(rule -> new RecordRule(
                                new Funnel.Rule(rule.type(), before + rule.check()), place(table, rule), rule.breaks()))
                        .toList();
    }

    private static String place(SnapshotTable table, Checks.OfOneRow rule) {
        return table.ref()
                .column(table.columns().get(rule.columns().get(0)).name())
                .toString();
    }

    /** How many checks the pilot has of the tables before one. */
    private int before(TableRef ref) {
        int before = 0;
        for (Map.Entry<TableRef, ? extends List<?>> checks : pilot.checks().entrySet()) {
            if (checks.getKey().equals(ref)) {
                return before;
            }
            before += checks.getValue().size();
        }
        return before;
    }
}
