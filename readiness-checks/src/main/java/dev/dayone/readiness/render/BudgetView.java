package dev.dayone.readiness.render;

import dev.dayone.pilot.Budget;
import dev.dayone.readiness.wording.Numbers;
import java.math.BigDecimal;
import java.util.List;

/** The planned cost a month against its limit. */
record BudgetView(String total, String limit, Badge badge, RateBar bar, List<LineView> lines) {
    static BudgetView of(Budget budget) {
        BigDecimal cost = budget.monthlyCost();
        boolean within = cost.compareTo(budget.monthlyLimit()) <= 0;
        Badge badge = within ? new Badge(Tone.GOOD, "within the limit") : new Badge(Tone.BAD, "over the limit");
        double share = budget.monthlyLimit().signum() <= 0
                ? 1
                : cost.doubleValue() / budget.monthlyLimit().doubleValue();
        return new BudgetView(
                money(cost, budget),
                money(budget.monthlyLimit(), budget),
                badge,
                RateBar.of(badge.tone(), Math.min(1, share), null, null),
                budget.lines().stream().map(line -> LineView.of(line, budget)).toList());
    }

    private static String money(BigDecimal amount, Budget budget) {
        return budget.currency() + " " + Numbers.money(amount);
    }

    /** One line of the budget. */
    record LineView(String name, String how, String monthly) {
        static LineView of(Budget.Line line, Budget budget) {
            BigDecimal unitCost = line.unitCost();
            BigDecimal units = line.unitsPerMonth();
            String how = line.monthly() != null || unitCost == null || units == null
                    ? "fixed"
                    : budget.currency() + " " + unitCost.stripTrailingZeros().toPlainString() + " × "
                            + Numbers.number(units.doubleValue()) + " a month";
            return new LineView(line.name(), how, money(line.monthlyCost(), budget));
        }
    }
}
