package dev.dayone.readiness.render;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.readiness.budget.BudgetPlan;
import dev.dayone.readiness.wording.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The planned cost a month against its limit, and over the year after the run.
 *
 * @param howSure null: nothing of it is estimated
 * @param projection empty: a line could not be measured
 * @param outlook the projection in a sentence; null: there is none
 */
record BudgetView(
        String total,
        String limit,
        @Nullable String howSure,
        Badge badge,
        RateBar bar,
        List<LineView> lines,
        List<MonthView> projection,
        @Nullable String outlook) {
    static BudgetView of(Budget budget, RunReport report) {
        BudgetReport costs = report.budget();
        if (costs == null) {
            // Reports of older versions measured nothing.
            costs = new BudgetPlan(Map.of(), table -> 1, report.run().sampledAt()).of(budget);
        }
        BigDecimal cost = costs.monthly();
        double limit = budget.monthlyLimit().doubleValue();
        Badge badge = badge(costs, limit);
        double share = cost == null ? 0 : cost.doubleValue() / limit;
        Interval interval = costs.interval();
        List<LineView> lines = new ArrayList<>();
        for (int i = 0; i < costs.lines().size(); i++) {
            lines.add(LineView.of(budget.lines().get(i), costs.lines().get(i), budget));
        }
        return new BudgetView(
                cost == null ? "unknown" : money(cost, budget),
                money(budget.monthlyLimit(), budget),
                interval == null
                        ? null
                        : "95% sure: " + money(rounded(interval.low()), budget) + " to "
                                + money(rounded(interval.high()), budget),
                badge,
                RateBar.of(
                        badge.tone(),
                        Math.min(1, share),
                        interval == null
                                ? null
                                : new Interval(
                                        Math.min(1, interval.low() / limit), Math.min(1, interval.high() / limit)),
                        null),
                lines,
                costs.projection().stream()
                        .map(month -> MonthView.of(month, budget))
                        .toList(),
                outlook(costs, budget));
    }

    private static Badge badge(BudgetReport costs, double limit) {
        BigDecimal cost = costs.monthly();
        Interval interval = costs.interval();
        if (cost == null) {
            return new Badge(Tone.NONE, "could not be measured");
        }
        if (interval != null && interval.low() <= limit && limit < interval.high()) {
            return new Badge(Tone.UNSURE, "not enough evidence");
        }
        return cost.doubleValue() <= limit
                ? new Badge(Tone.GOOD, "within the limit")
                : new Badge(Tone.BAD, "over the limit");
    }

    private static @Nullable String outlook(BudgetReport costs, Budget budget) {
        if (costs.projection().isEmpty()) {
            return null;
        }
        BudgetReport.Month last = costs.projection().get(costs.projection().size() - 1);
        return "In " + last.month() + " a month would cost " + money(last.cost(), budget)
                + (costs.passed() == null
                        ? "; no month of the year is over the limit."
                        : "; from " + costs.passed() + " on it is over the limit.");
    }

    static String money(BigDecimal amount, Budget budget) {
        return budget.currency() + " " + Numbers.money(amount);
    }

    private static BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    /** A month to come. */
    record MonthView(String month, String cost, RateBar bar) {
        static MonthView of(BudgetReport.Month month, Budget budget) {
            double share = month.cost().doubleValue() / budget.monthlyLimit().doubleValue();
            return new MonthView(
                    month.month(),
                    money(month.cost(), budget),
                    RateBar.of(share <= 1 ? Tone.GOOD : Tone.BAD, Math.min(1, share), null, null));
        }
    }

    /** One line of the budget. */
    record LineView(
            String name,
            String how,
            String monthly,
            @Nullable String growth) {
        static LineView of(Budget.Line planned, BudgetReport.Line line, Budget budget) {
            String monthly = line.monthly() == null ? "unknown" : money(line.monthly(), budget);
            String growth = planned.monthly() != null
                    ? null
                    : (line.growth() == 0 ? "" : Numbers.percent(line.growth()) + " a month, ") + line.growthBasis();
            return new LineView(line.name(), how(planned, line, budget), monthly, growth);
        }

        private static String how(Budget.Line planned, BudgetReport.Line line, Budget budget) {
            BigDecimal unitCost = planned.unitCost();
            if (planned.monthly() != null || unitCost == null) {
                return "fixed";
            }
            if (line.error() != null) {
                return "could not be measured: " + line.error();
            }
            String cost =
                    budget.currency() + " " + unitCost.stripTrailingZeros().toPlainString() + " × ";
            BudgetReport.Volume volume = line.volume();
            if (volume == null) {
                double units = Objects.requireNonNullElse(planned.unitsPerMonth(), BigDecimal.ZERO)
                        .doubleValue();
                return cost + Numbers.number(units) + " a month, as planned";
            }
            BigDecimal each = planned.perRecord();
            Interval interval = volume.interval();
            return cost
                    + (each == null ? "" : each.stripTrailingZeros().toPlainString() + " × ")
                    + Numbers.number(Math.rint(volume.records())) + " records a month"
                    + (interval == null
                            ? ""
                            : " (95% sure " + Numbers.number(Math.rint(interval.low())) + " to "
                                    + Numbers.number(Math.rint(interval.high())) + ")")
                    + ", counted by " + volume.column() + " from "
                    + volume.months().get(0) + " to "
                    + volume.months().get(volume.months().size() - 1);
        }
    }
}
