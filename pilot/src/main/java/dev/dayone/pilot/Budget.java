package dev.dayone.pilot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What running the pilot may cost a month, and what it is planned to cost. */
public record Budget(String currency, BigDecimal monthlyLimit, List<Line> lines) {
    public Budget {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines, a month. */
    public BigDecimal monthlyCost() {
        return lines.stream().map(Line::monthlyCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One cost: {@code monthly}, or {@code unitCost} times {@code unitsPerMonth}. */
    public record Line(
            String name,
            @Nullable BigDecimal unitCost,
            @Nullable BigDecimal unitsPerMonth,
            @Nullable BigDecimal monthly) {
        /** What the line costs a month. */
        public BigDecimal monthlyCost() {
            if (monthly != null) {
                return monthly;
            }
            return unitCost == null || unitsPerMonth == null ? BigDecimal.ZERO : unitCost.multiply(unitsPerMonth);
        }
    }
}
