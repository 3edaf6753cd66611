package dev.dayone.pilot.report;

import dev.dayone.pilot.ColumnRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pilot would cost, with volumes measured from the data.
 *
 * @param monthly the cost of a month; null: a line could not be measured
 * @param interval 95 % of {@code monthly}, from the volumes; null: nothing of it is estimated
 * @param projection the twelve months after the run; empty where {@code monthly} is null
 * @param passed the first of them whose cost is over the limit, such as {@code 2026-03}; null: none
 */
public record BudgetReport(
        List<Line> lines,
        @Nullable BigDecimal monthly,
        @Nullable Interval interval,
        List<Month> projection,
        @Nullable String passed) {
    public BudgetReport {
        lines = List.copyOf(lines);
        projection = List.copyOf(projection);
    }

    /**
     * One line.
     *
     * @param monthly null: not measured, {@code error} says why
     * @param volume null: nothing was to be measured, or nothing could be
     * @param growth of its units from month to month
     * @param growthBasis where that comes from, in a few words
     */
    public record Line(
            String name,
            @Nullable BigDecimal monthly,
            @Nullable Volume volume,
            double growth,
            String growthBasis,
            @Nullable String error) {}

    /**
     * Records that come in a month.
     *
     * @param records a month, on average over {@code months}
     * @param interval 95 %; null: every row was seen
     * @param months the full months that were counted, oldest first
     */
    public record Volume(
            ColumnRef column, double records, @Nullable Interval interval, List<String> months) {
        public Volume {
            months = List.copyOf(months);
        }
    }

    /** A month, such as {@code 2026-03}, and what it would cost. */
    public record Month(String month, BigDecimal cost) {}
}
