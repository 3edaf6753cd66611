package dev.dayone.readiness.history;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.ColumnReport;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RunReport;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.pilot.report.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a run report that are worth comparing, with what sampling leaves open. */
final class Measures {
    private static final double Z = 1.959964;

    /**
     * Rows read by windows over a key resemble their neighbours: L. Kish's effect of clusters, 1 + (m - 1) rho, of windows
     * of 50 rows with a correlation of 0.06 in them. The report does not say which windows were read.
     */
    private static final double WINDOW_EFFECT = 4;

    private final List<Measure> all = new ArrayList<>();

    private Measures() {}

    static List<Measure> of(RunReport report) {
        Measures measures = new Measures();
        report.tables().forEach((ref, table) -> {
            Long rows = RunFacts.rows(table);
            if (rows != null) {
                measures.exact(ref.toString(), Quantity.ROWS, rows.doubleValue(), table.sampledRows());
            }
            for (ColumnReport column : table.columns()) {
                measures.column(new ColumnRef(ref.source(), ref.table(), column.name()).toString(), table, column);
            }
        });
        report.links().forEach(measures::link);
        report.metrics().forEach(measures::metric);
        report.checks().forEach(measures::check);
        report.findings().forEach(measures::duplicates);
        return measures.all.stream().filter(Measure::isSound).toList();
    }

    private void column(String place, TableReport table, ColumnReport column) {
        ColumnProfile profile = column.profile();
        long rows = profile.rows();
        long present = rows - profile.nulls();
        if (rows == 0) {
            return;
        }
        double filled = profile.filled();
        add(place, Quantity.COMPLETENESS, filled, share(filled, rows, table), rows);
        if (present > 0) {
            double distinct = (double) profile.distinct() / present;
            double error = profile.distinctExact() || profile.detail() == null
                    ? 0
                    : profile.detail().accuracy().distinctError();
            Interval interval = new Interval(distinct * (1 - error), Math.min(1, distinct * (1 + error)));
            add(place, Quantity.DISTINCT_SHARE, Math.min(1, distinct), interval, present);
        }
        if (column.visibility() == Visibility.SHOWN) {
            numbers(place, table, profile, present);
        }
    }

    private void numbers(String place, TableReport table, ColumnProfile profile, long present) {
        Double mean = profile.mean();
        Double deviation = profile.standardDeviation();
        if (mean == null || deviation == null || present == 0) {
            return;
        }
        double half = table.whole() ? 0 : Z * deviation / Math.sqrt(present / effect(table));
        add(place, Quantity.MEAN, mean, new Interval(mean - half, mean + half), present);
        exact(place, Quantity.DEVIATION, deviation, present);
        bound(place, Quantity.MINIMUM, profile.min(), present);
        bound(place, Quantity.MAXIMUM, profile.max(), present);
    }

    private void bound(String place, Quantity quantity, @Nullable String text, long rows) {
        if (text == null) {
            return;
        }
        try {
            exact(place, quantity, Double.parseDouble(text), rows);
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
        if (baseline != null && interval != null) {
            add(metric.metric().name(), Quantity.BASELINE, baseline, interval, 0);
        } else if (baseline != null) {
            exact(metric.metric().name(), Quantity.BASELINE, baseline, 0);
        }
    }

    private void check(CheckResult check) {
        Long unexpected = check.unexpectedCount();
        long of = check.elementCount() - check.missingCount();
        if (unexpected == null || of <= 0) {
            return;
        }
        double share = (double) unexpected / of;
        Interval kept = check.interval();
        boolean ofShare = kept != null && kept.low() >= 0 && kept.high() <= 1 && contains(kept, 1 - share);
        Interval interval =
                kept != null && ofShare ? new Interval(1 - kept.high(), 1 - kept.low()) : new Interval(share, share);
        add(RunFacts.key(check), Quantity.UNEXPECTED_SHARE, share, interval, of);
    }

    private static boolean contains(Interval interval, double value) {
        return interval.low() <= value && value <= interval.high();
    }

    private void duplicates(Finding finding) {
        Long count = finding.count();
        Long of = finding.of();
        if (finding.kind().contains("duplicate") && count != null && of != null && of > 0) {
            double share = (double) count / of;
            Interval interval = finding.interval() == null ? new Interval(share, share) : finding.interval();
            add(finding.place() + " (" + finding.kind() + ")", Quantity.DUPLICATES, share, interval, of);
        }
    }

    private void exact(String place, Quantity quantity, double value, long rows) {
        add(place, quantity, value, new Interval(value, value), rows);
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
