package dev.dayone.readiness.budget;

import dev.dayone.pilot.Budget;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.BudgetReport;
import dev.dayone.pilot.report.ColumnDetail;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.TimeDetail;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
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
    /** A month's volume is the mean of the last three: long enough for one odd month, short enough for today. */
    private static final int MONTHS = 3;

    private static final int YEAR = 12;

    private final Map<TableRef, TableReport> tables;
    private final ToDoubleFunction<TableRef> together;
    private final Instant readAt;

    /** Over the tables of a run; {@code together}: how many of a table's rows were drawn together. */
    public BudgetPlan(Map<TableRef, TableReport> tables, ToDoubleFunction<TableRef> together, Instant readAt) {
        this.tables = tables;
        this.together = together;
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
        TableReport table = tables.get(column.tableRef());
        String error = unmeasurable(table, column);
        if (error != null || table == null) {
            return new BudgetReport.Line(line.name(), null, null, given, basis, error);
        }
        MonthlyRows rows = MonthlyRows.of(Objects.requireNonNull(times(table, column)), readAt);
        MonthlyRows last = rows.last(MONTHS);
        if (last.sum() == 0) {
            return new BudgetReport.Line(
                    line.name(),
                    null,
                    null,
                    given,
                    basis,
                    "'" + column + "' has no record in the last " + MONTHS + " full months that were read");
        }
        BudgetReport.Volume volume = volume(table, column, last);
        BigDecimal monthly = cost.multiply(Objects.requireNonNullElse(line.perRecord(), BigDecimal.ONE))
                .multiply(BigDecimal.valueOf(volume.records()));
        Trend trend = growth == null ? Trend.of(rows.last(YEAR).rows()) : new Trend(given, basis);
        return new BudgetReport.Line(
                line.name(), monthly.setScale(2, RoundingMode.HALF_UP), volume, trend.growth(), trend.basis(), null);
    }

    private BudgetReport.Volume volume(TableReport table, ColumnRef column, MonthlyRows last) {
        List<String> names = last.months().stream().map(YearMonth::toString).toList();
        double months = names.size();
        long seen = last.sum();
        Long all = table.rows();
        if (table.whole() || all == null) {
            return new BudgetReport.Volume(column, seen / months, null, names);
        }
        double scale = Math.max(1.0, (double) all / table.sampledRows());
        Drawing drawing = Drawing.atRandom((double) table.sampledRows(), (double) all)
                .inWindows(together.applyAsDouble(column.tableRef()));
        Interval share = new Rate(seen, table.sampledRows(), drawing).interval();
        double total = table.sampledRows() * scale;
        return new BudgetReport.Volume(
                column,
                seen * scale / months,
                new Interval(share.low() * total / months, share.high() * total / months),
                names);
    }

    /** Why records a month cannot be counted; null: they can. */
    private static @Nullable String unmeasurable(@Nullable TableReport table, ColumnRef column) {
        if (table == null) {
            return "the snapshot has no table '" + column.tableRef() + "'";
        }
        ColumnReport found = column(table, column);
        if (found == null) {
            return "'" + column.tableRef() + "' has no column '" + column.column() + "'";
        }
        if (times(table, column) == null) {
            return "'" + column + "' is no time that is shown";
        }
        if (!table.whole() && table.method() != SampleMethod.RANDOM) {
            return "'" + column.tableRef()
                    + "' was not read at random, so its months cannot be told from the rows read";
        }
        return !table.whole() && table.rows() == null
                ? "nobody knows how many rows '" + column.tableRef() + "' has"
                : null;
    }

    private static @Nullable ColumnReport column(TableReport table, ColumnRef column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column.column()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TimeDetail times(TableReport table, ColumnRef column) {
        ColumnReport found = column(table, column);
        ColumnDetail detail = found == null ? null : found.profile().detail();
        return detail == null ? null : detail.times();
    }
}
