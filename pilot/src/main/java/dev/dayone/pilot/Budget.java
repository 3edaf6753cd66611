package dev.dayone.pilot;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running the pilot may cost a month, and what it is planned to cost.
 *
 * @param growth of the units from one month to the next, as a share; null: told from the data where it can be
 */
public record Budget(
        String currency,
        BigDecimal monthlyLimit,
        List<Line> lines,
        @Nullable BigDecimal growth) {
    public Budget {
        lines = List.copyOf(lines);
    }

    /** A budget whose growth nobody foretold. */
    public Budget(String currency, BigDecimal monthlyLimit, List<Line> lines) {
        this(currency, monthlyLimit, lines, null);
    }

    /**
     * One cost: {@code monthly}, or {@code unitCost} times the units of a month.
     *
     * @param unitsPerMonth as planned; null: measured
     * @param records the time column whose rows of a month are counted; null: not measured
     * @param perRecord units for each of those rows; null: one
     */
    public record Line(
            String name,
            @Nullable BigDecimal unitCost,
            @Nullable BigDecimal unitsPerMonth,
            @Nullable BigDecimal monthly,
            @Nullable ColumnRef records,
            @Nullable BigDecimal perRecord) {
        /** A line that nothing is measured for. */
        public Line(
                String name,
                @Nullable BigDecimal unitCost,
                @Nullable BigDecimal unitsPerMonth,
                @Nullable BigDecimal monthly) {
            this(name, unitCost, unitsPerMonth, monthly, null, null);
        }
    }
}
