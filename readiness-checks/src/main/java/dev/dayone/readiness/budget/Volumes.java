package dev.dayone.readiness.budget;

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
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Counts the records that come in a month, from the profiles of one run. */
public final class Volumes {
    /** A month's volume is the mean of the last three: long enough for one odd month, short enough for today. */
    private static final int MONTHS = 3;

    private static final int YEAR = 12;

    private final Map<TableRef, TableReport> tables;
    private final ToDoubleFunction<TableRef> together;
    private final Instant readAt;

    /** Over the tables of a run; {@code together}: how many of a table's rows were drawn together. */
    public Volumes(Map<TableRef, TableReport> tables, ToDoubleFunction<TableRef> together, Instant readAt) {
        this.tables = tables;
        this.together = together;
        this.readAt = readAt;
    }

    /**
     * What was counted.
     *
     * @param volume null: it could not be, {@code error} says why
     * @param year rows of each of the last twelve full months, or of fewer
     */
    public record Counted(
            BudgetReport.@Nullable Volume volume,
            List<Long> year,
            @Nullable String error) {
        private static Counted not(String error) {
            return new Counted(null, List.of(), error);
        }
    }

    /** The rows of a time column. */
    public Counted of(ColumnRef column) {
        TableReport table = tables.get(column.tableRef());
        if (table == null) {
            return Counted.not("the snapshot has no table '" + column.tableRef() + "'");
        }
        ColumnReport found = table.columns().stream()
                .filter(each -> each.name().equals(column.column()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return Counted.not("'" + column.tableRef() + "' has no column '" + column.column() + "'");
        }
        ColumnDetail detail = found.profile().detail();
        TimeDetail times = detail == null ? null : detail.times();
        if (times == null) {
            return Counted.not("'" + column + "' is no time that is shown");
        }
        if (!table.whole() && table.method() != SampleMethod.RANDOM) {
            return Counted.not("'" + column.tableRef()
                    + "' was not read at random, so its months cannot be told from the rows read");
        }
        if (!table.whole() && table.rows() == null) {
            return Counted.not("nobody knows how many rows '" + column.tableRef() + "' has");
        }
        MonthlyRows rows = MonthlyRows.of(times, readAt);
        MonthlyRows last = rows.last(MONTHS);
        return last.sum() == 0
                ? Counted.not("'" + column + "' has no record in the last " + MONTHS + " full months that were read")
                : new Counted(volume(table, column, last), rows.last(YEAR).rows(), null);
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
}
