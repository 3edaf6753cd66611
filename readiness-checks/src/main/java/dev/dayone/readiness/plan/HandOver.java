package dev.dayone.readiness.plan;

import dev.dayone.pilot.Owner;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Week 4: who has it from now on, and the page that is filled in every month. */
final class HandOver {
    static final String AIM =
            "The process's owner takes over, with a page that says each month whether it is worth it.";

    private final RunReport report;

    HandOver(RunReport report) {
        this.report = report;
    }

    List<Plan.Part> parts() {
        return List.of(
                Plan.Part.list("Hand-over", handOver()),
                new Plan.Part(
                        "Monthly review, to be filled in",
                        List.of("Measured", "Before the pilot", "Target", "Month 1", "Month 2", "Month 3"),
                        review()));
    }

    private List<String> handOver() {
        Owner owner = report.pilot().owner();
        List<String> lines = new ArrayList<>();
        lines.add(
                owner == null
                        ? "Name an owner from the business: nobody is named."
                        : owner.name() + " (" + owner.email() + ") owns the process from now on.");
        if (owner != null) {
            Owner.OnCall onCall = owner.onCall();
            lines.add(
                    onCall == null
                            ? "Name who is called when it errs: nobody is named."
                            : onCall.name() + " (" + onCall.reach() + ") is called when it errs.");
        }
        lines.add("The runbook of week 2 is theirs, and the pilot file with its checks.");
        lines.add("'dayone review PILOT' fills in the page below from the runs of each month.");
        lines.add("The accounts stay read-only; the receipts of the runs are kept.");
        return lines;
    }

    private List<List<String>> review() {
        List<List<String>> rows = new ArrayList<>();
        for (MetricResult metric : report.metrics()) {
            rows.add(row(
                    metric.metric().name(),
                    number(metric.baseline(), metric)
                            + (metric.interval() == null ? "" : " (95%: " + Numbers.numbers(metric.interval()) + ")"),
                    metric.metric().target() == null ? "none" : metric.metric().target() + unit(metric)));
        }
        if (report.funnel() != null && report.funnel().records() > 0) {
            rows.add(row(
                    "Records that come with all that is needed",
                    Numbers.percent(
                            (double) report.funnel().handled() / report.funnel().records()),
                    ""));
        }
        BudgetReport budget = report.budget();
        if (budget != null && budget.monthly() != null && report.pilot().budget() != null) {
            String currency = " " + report.pilot().budget().currency();
            rows.add(row(
                    "Cost a month",
                    Numbers.money(budget.monthly()) + currency + " planned",
                    "at most " + Numbers.money(report.pilot().budget().monthlyLimit()) + currency));
        }
        rows.add(row("Findings of weight", Numbers.count(report.findings().size()), "fewer"));
        return rows;
    }

    private static List<String> row(String measured, String before, String target) {
        return List.of(measured, before, target, "", "", "");
    }

    static String number(@Nullable Double value, MetricResult metric) {
        return value == null ? "not measured" : Numbers.number(value) + unit(metric);
    }

    private static String unit(MetricResult metric) {
        String unit = metric.metric().unit();
        return unit.isEmpty() || unit.equals("%") ? unit : " " + unit;
    }
}
