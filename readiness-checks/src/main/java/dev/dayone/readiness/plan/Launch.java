package dev.dayone.readiness.plan;

import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.Funnel;
import dev.dayone.pilot.report.GateVerdict;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Week 3: a part of the records, chosen so that it stands for all of them. */
final class Launch {
    static final String AIM = "Real records, few of them, chosen by chance and not by convenience.";

    private final RunReport report;

    Launch(RunReport report) {
        this.report = report;
    }

    List<Plan.Part> parts() {
        return List.of(Plan.Part.list("Steps", steps()), Plan.Part.list("Stop at once when", stops()));
    }

    private List<String> steps() {
        List<String> lines = new ArrayList<>();
        if (report.verdict() != GateVerdict.READY) {
            lines.add("Only once the gates are open: this run's verdict is "
                    + (report.verdict() == GateVerdict.NOT_READY ? "not ready." : "not enough evidence."));
        }
        lines.add(
                "Choose the records: 'dayone cohort PILOT --share 0.25' picks a quarter by a hash of their key, always"
                        + " the same, and tests that they stand for the whole.");
        Funnel funnel = report.funnel();
        if (funnel != null && funnel.records() > 0) {
            lines.add("Of them expect " + Numbers.percent((double) funnel.handled() / funnel.records())
                    + " to come with all that the pilot needs (95% sure: " + Numbers.rates(funnel.interval())
                    + "); leave the others to people, and count them.");
        }
        lines.add(
                "Days 1 and 2: the pilot proposes, people send. From day 3 on it acts where people changed nothing in 9"
                        + " of 10 proposals.");
        lines.add("Keep the other records as they are: they are what the pilot is compared with.");
        return lines;
    }

    private List<String> stops() {
        List<String> lines = new ArrayList<>();
        for (MetricResult metric : report.metrics()) {
            if (metric.baseline() != null) {
                lines.add("'" + metric.metric().name() + "' is worse in the cohort than outside of it, or than "
                        + HandOver.number(metric.baseline(), metric) + " for two days in a row");
            }
        }
        BudgetReport budget = report.budget();
        if (budget != null && budget.monthly() != null && report.pilot().budget() != null) {
            lines.add("the week has cost more than a quarter of "
                    + Numbers.money(report.pilot().budget().monthlyLimit()) + " "
                    + report.pilot().budget().currency());
        }
        lines.add("personal data shows up where it must not");
        lines.add("a night's run says not ready for a gate that was open");
        return lines;
    }
}
