package dev.dayone.readiness.history;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.ColumnSampling;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.readiness.statistic.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of a run report that are worth comparing, with what sampling leaves open. */
final class Measures {
    private static final double Z = 1.959964;

    /**
     * Rows read by windows over a key resemble their neighbours: L. Kish's effect of clusters, 1 + (m - 1) rho, of windows
     * of 50 rows with a correlation of 0.06 in them. For reports of older versions, which say of no interval.
     */
    private static final double WINDOW_EFFECT = 4;

    /** By as much a source's own statistics are taken to be off. */
    private static final double ESTIMATE_OFF_BY = 0.05;

    private final List<Measure> all = new ArrayList<>();

    private Measures() {}

    static List<Measure> of(RunReport report) {
        Measures measures = new Measures();
        report.tables().forEach((ref, table) -> {
            Long rows = RunFacts.rows(table);
            if (rows != null) {
                measures.rows(ref.toString(), rows.doubleValue(), table);
            }
            for (ColumnReport column : table.columns()) {
                measures.column(new ColumnRef(ref.source(), ref.table(), column.name()).toString(), table, column);
            }
        });
        report.links().forEach(measures::link);
        report.metrics().forEach(measures::metric);
        report.checks().forEach(check -> measures.check(check, report.tables().get(check.table())));
        report.findings().forEach(finding -> measures.duplicates(finding, table(finding, report)));
        return measures.all.stream().filter(Measure::isSound).toList();
    }

    private static @Nullable TableReport table(Finding finding, RunReport report) {
        return report.tables().entrySet().stream()
                .filter(table -> finding.place().equals(table.getKey().toString())
                        || finding.place().startsWith(table.getKey() + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private void rows(String place, double rows, TableReport table) {
        double off = table.whole() || table.counted() ? 0 : ESTIMATE_OFF_BY * rows;
        add(place, Quantity.ROWS, rows, new Interval(rows - off, rows + off), table.sampledRows());
    }

    private void column(String place, TableReport table, ColumnReport column) {
        ColumnProfile profile = column.profile();
        ColumnSampling sampling = column.sampling();
        long rows = profile.rows();
        long present = rows - profile.nulls();
        if (rows == 0) {
            return;
        }
        double filled = profile.filled();
        Interval sure = sampling == null ? share(filled, rows, table) : sampling.filled();
        add(place, Quantity.COMPLETENESS, filled, sure, rows);
        if (present > 0) {
            distinct(place, table, column, present);
        }
        if (column.visibility() == Visibility.SHOWN) {
            numbers(place, table, column, present);
        }
    }

    private void distinct(String place, TableReport table, ColumnReport column, long present) {
        ColumnProfile profile = column.profile();
        double share = Math.min(1, (double) profile.distinct() / present);
        double error = profile.distinctExact() || profile.detail() == null
                ? 0
                : share * profile.detail().accuracy().distinctError();
        double reach = Math.hypot(error, repeats(1 - share, present, table, together(table, column)));
        Interval interval = new Interval(Math.max(0, share - reach), Math.min(1, share + reach));
        add(place, Quantity.DISTINCT_SHARE, share, interval, present);
    }

    /**
     * How far a share of rows that repeat others may be off by chance. Their number's variance is less than the number of rows
     * that are alone, and than that of rows that are not, at most two for one that repeats (B. Efron and C. Stein, The
     * jackknife estimate of variance, Annals of Statistics 9, 1981, who add up what leaving out each row changes); of rows drawn
     * together, as many times more.
     */
    private static double repeats(double share, long rows, TableReport table, double together) {
        return table.whole() ? 0 : Z * Math.sqrt(together * Math.min(1 - share, 2 * share) / rows);
    }

    private static double together(TableReport table, ColumnReport column) {
        return column.sampling() == null ? effect(table) : column.sampling().together();
    }

    private void numbers(String place, TableReport table, ColumnReport column, long present) {
        ColumnProfile profile = column.profile();
        ColumnSampling sampling = column.sampling();
        Double mean = profile.mean();
        Double deviation = profile.standardDeviation();
        if (mean == null || deviation == null || present == 0) {
            return;
        }
        double half = table.whole() ? 0 : Z * deviation / Math.sqrt(present / effect(table));
        Interval ofMean = sampling == null ? null : sampling.mean();
        Interval ofDeviation = sampling == null ? null : sampling.deviation();
        add(place, Quantity.MEAN, mean, ofMean == null ? new Interval(mean - half, mean + half) : ofMean, present);
        add(
                place,
                Quantity.DEVIATION,
                deviation,
                ofDeviation != null ? ofDeviation : table.whole() ? exactly(deviation) : Intervals.UNKNOWN,
                present);
        bound(place, table, Quantity.MINIMUM, profile.min(), present);
        bound(place, table, Quantity.MAXIMUM, profile.max(), present);
    }

    /** Of some of the rows: the others may reach further. */
    private void bound(String place, TableReport table, Quantity quantity, @Nullable String text, long rows) {
        if (text == null) {
            return;
        }
        try {
            double value = Double.parseDouble(text);
            Interval further = quantity == Quantity.MINIMUM
                    ? new Interval(Intervals.UNKNOWN.low(), value)
                    : new Interval(value, Intervals.UNKNOWN.high());
            add(place, quantity, value, table.whole() ? exactly(value) : further, rows);
        } catch (NumberFormatException e) {
            return; // a date or a time has a mean too
        }
    }

    private void link(LinkResult link) {
        Double rate = link.matchRate();
        if (rate != null) {
            Interval interval = link.interval();
            add(
                    RunFacts.place(link),
                    Quantity.JOIN_RATE,
                    rate,
                    interval == null ? new Interval(rate, rate) : interval,
                    link.rows());
        }
    }

    private void metric(MetricResult metric) {
        Double baseline = metric.baseline();
        Interval interval = metric.interval();
        if (baseline != null) {
            Interval sure = metric.unsure() != null ? Intervals.UNKNOWN : exactly(baseline);
            add(metric.metric().name(), Quantity.BASELINE, baseline, interval == null ? sure : interval, 0);
        }
    }

    private void check(CheckResult check, @Nullable TableReport table) {
        Long unexpected = check.unexpectedCount();
        long of = check.elementCount() - check.missingCount();
        if (unexpected == null || of <= 0) {
            return;
        }
        double share = (double) unexpected / of;
        Interval kept = check.interval();
        boolean ofShare = kept != null && kept.low() >= 0 && kept.high() <= 1 && contains(kept, 1 - share);
        Interval interval = kept != null && ofShare
                ? new Interval(1 - kept.high(), 1 - kept.low())
                : counted(share, of, check.bySource() ? null : table);
        add(RunFacts.key(check), Quantity.UNEXPECTED_SHARE, share, interval, of);
    }

    /** Of a share of rows of which the report does not say how sure it is: as if those that were drawn together were alike. */
    private static Interval counted(double share, long rows, @Nullable TableReport table) {
        if (table == null || table.whole() || table.method() == SampleMethod.LATEST) {
            return exactly(share);
        }
        double together = table.columns().stream()
                .mapToDouble(column -> together(table, column))
                .max()
                .orElse(1);
        double reach = repeats(share, rows, table, together);
        return new Interval(Math.max(0, share - reach), Math.min(1, share + reach));
    }

    private static boolean contains(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }

    private void duplicates(Finding finding, @Nullable TableReport table) {
        Long count = finding.count();
        Long of = finding.of();
        if (finding.kind().contains("duplicate") && count != null && of != null && of > 0) {
            double share = (double) count / of;
            Interval interval = finding.interval() == null ? counted(share, of, table) : finding.interval();
            add(finding.place() + " (" + finding.kind() + ")", Quantity.DUPLICATES, share, interval, of);
        }
    }

    private static Interval exactly(double value) {
        return new Interval(value, value);
    }

    private void add(String place, Quantity quantity, double value, Interval interval, long rows) {
        all.add(new Measure(place, quantity, value, interval, rows));
    }

    /** Wilson's score interval of a share of sampled rows. */
    private static Interval share(double share, long rows, TableReport table) {
        if (table.whole()) {
            return new Interval(share, share);
        }
        double n = rows / effect(table);
        double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    private static double effect(TableReport table) {
        return table.method() == SampleMethod.RANDOM ? WINDOW_EFFECT : 1;
    }
}
