package dev.dayone.readiness.plan;

import dev.dayone.pilot.Owner;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Week 2: what is watched every night, and what is done about each likely error. */
final class Runbook {
    static final String AIM = "See an error before customers do, and know beforehand who does what about it.";

    private final RunReport report;

    Runbook(RunReport report) {
        this.report = report;
    }

    List<Plan.Part> parts() {
        return List.of(
                Plan.Part.list("Monitors", monitors()),
                new Plan.Part(
                        "Runbook",
                        List.of("Error", "How it shows", "Who acts", "What to do at once", "How it is mended"),
                        entries()));
    }

    private List<String> monitors() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Every night 'dayone run' on the pilot file; alert on exit code 1 (not ready), 3 (a source could not be"
                        + " read whole) and 4 (a fault of dayone).");
        lines.add("Every morning 'dayone history': what drifted, which findings are new.");
        for (CheckResult check : report.checks()) {
            if (check.severity() == Severity.BLOCKER) {
                lines.add("Blocker check on " + check.table() + ": " + check.type() + column(check));
            }
        }
        report.links()
                .forEach(link -> lines.add(
                        "Link " + link.link().from() + " → " + link.link().to() + ": at least "
                                + Numbers.percent(link.link().coverage()) + " of keys found"));
        for (MetricResult metric : report.metrics()) {
            lines.add("Metric '" + metric.metric().name() + "': no worse than "
                    + HandOver.number(metric.baseline(), metric));
        }
        BudgetReport budget = report.budget();
        if (budget != null && budget.monthly() != null) {
            lines.add("Cost so far this month, against " + Numbers.money(budget.monthly()) + " a month");
        }
        return lines;
    }

    private static String column(CheckResult check) {
        Object column = check.kwargs().get("column");
        return column == null ? "" : " on '" + column + "'";
    }

    private List<List<String>> entries() {
        String called = called();
        List<List<String>> rows = new ArrayList<>();
        for (LikelyErrors.Likely likely : LikelyErrors.of(report)) {
            Finding finding = likely.finding();
            rows.add(List.of(
                    likely.title(),
                    finding.breaks(),
                    finding.decides().isEmpty() ? called : finding.decides(),
                    finding.meanwhile().isEmpty() ? "Hand such records to a human." : finding.meanwhile(),
                    finding.remedy()));
        }
        report.sources()
                .keySet()
                .forEach(source -> rows.add(List.of(
                        "'" + source + "' cannot be read",
                        "The night's run ends with exit code 3, or its data is older than a day.",
                        called,
                        "Keep the pilot to the records it has; run again: dayone resumes where it stopped.",
                        "'dayone doctor' says what is missing: network, login or right.")));
        rows.add(List.of(
                "The pilot answers wrongly",
                "Somebody reports it, or a metric falls behind its baseline.",
                called,
                "Switch it to proposing only; keep the record and its answer.",
                "Look for the record among the findings; add a check that would have stopped it."));
        return rows;
    }

    private String called() {
        Owner owner = report.pilot().owner();
        if (owner == null) {
            return "nobody is named";
        }
        Owner.OnCall onCall = owner.onCall();
        return onCall == null ? owner.name() : onCall.name() + " (" + onCall.reach() + ")";
    }
}
