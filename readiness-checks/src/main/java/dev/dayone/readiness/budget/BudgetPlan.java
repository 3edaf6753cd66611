package dev.dayone.readiness.budget;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.TableReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Works out what a budget comes to, from the profiles of one run. */
public final class BudgetPlan {
    private static final int YEAR = 12;

    private final Volumes volumes;
    private final Instant readAt;

    /** Over the tables of a run; {@code together}: how many of a table's rows were drawn together. */
    public BudgetPlan(Map<TableRef, TableReport> tables, ToDoubleFunction<TableRef> together, Instant readAt) {
        this.volumes = new Volumes(tables, together, readAt);
        this.readAt = readAt;
    }

    /** What a budget comes to. */
    public BudgetReport of(Budget budget) {
        List<BudgetReport.Line> lines =
                budget.lines().stream().map(line -> line(line, budget)).toList();
        if (lines.stream().anyMatch(line -> line.monthly() == null)) {
            return new BudgetReport(lines, null, null, List.of(), null);
        }
        BigDecimal monthly = sum(lines, 0);
        List<BudgetReport.Month> projection = new ArrayList<>();
        String passed = null;
        YearMonth now = YearMonth.from(readAt.atZone(ZoneOffset.UTC));
        for (int month = 1; month <= YEAR; month++) {
            BudgetReport.Month cost =
                    new BudgetReport.Month(now.plusMonths(month).toString(), sum(lines, month));
            projection.add(cost);
            if (passed == null && cost.cost().compareTo(budget.monthlyLimit()) > 0) {
                passed = cost.month();
            }
        }
        return new BudgetReport(lines, monthly, interval(lines, monthly), projection, passed);
    }

    private static BigDecimal sum(List<BudgetReport.Line> lines, int months) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BudgetReport.Line line : lines) {
            BigDecimal monthly = Objects.requireNonNullElse(line.monthly(), BigDecimal.ZERO);
            sum = sum.add(
                    line.growth() == 0
                            ? monthly
                            : monthly.multiply(BigDecimal.valueOf(Math.pow(1 + line.growth(), months))));
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable Interval interval(List<BudgetReport.Line> lines, BigDecimal monthly) {
        double low = monthly.doubleValue();
        double high = low;
        boolean estimated = false;
        for (BudgetReport.Line line : lines) {
            BudgetReport.Volume volume = line.volume();
            BigDecimal cost = line.monthly();
            Interval of = volume == null ? null : volume.interval();
            if (volume != null && of != null && cost != null && volume.records() > 0) {
                double each = cost.doubleValue() / volume.records();
                low -= each * (volume.records() - of.low());
                high += each * (of.high() - volume.records());
                estimated = true;
            }
        }
        return estimated ? new Interval(Math.max(0, low), high) : null;
    }

    private BudgetReport.Line line(Budget.Line line, Budget budget) {
        BigDecimal growth = budget.growth();
        double given = growth == null ? 0 : growth.doubleValue();
        String basis = growth == null ? "taken as steady" : "as the pilot says";
        if (line.monthly() != null) {
            return new BudgetReport.Line(line.name(), line.monthly(), null, 0, "fixed", null);
        }
        BigDecimal cost = Objects.requireNonNullElse(line.unitCost(), BigDecimal.ZERO);
        ColumnRef column = line.records();
        if (column == null) {
            BigDecimal units = Objects.requireNonNullElse(line.unitsPerMonth(), BigDecimal.ZERO);
            return new BudgetReport.Line(line.name(), cost.multiply(units), null, given, basis, null);
        }
        Volumes.Counted counted = volumes.of(column);
        BudgetReport.Volume volume = counted.volume();
        if (volume == null) {
            return new BudgetReport.Line(line.name(), null, null, given, basis, counted.error());
        }
        BigDecimal monthly = cost.multiply(Objects.requireNonNullElse(line.perRecord(), BigDecimal.ONE))
                .multiply(BigDecimal.valueOf(volume.records()));
        Trend trend = growth == null ? Trend.of(counted.year()) : new Trend(given, basis);
        return new BudgetReport.Line(
                line.name(), monthly.setScale(2, RoundingMode.HALF_UP), volume, trend.growth(), trend.basis(), null);
    }
}
