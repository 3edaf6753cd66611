package dev.dayone.readiness.metric;

import dev.dayone.pilot.Metric;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.Windows;
import dev.dayone.readiness.engine.MetricQuery;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Sections;
import dev.dayone.readiness.table.DrawnTogether;
import dev.dayone.readiness.table.SnapshotTable;
import dev.dayone.readiness.wording.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** How sure a baseline is that was calculated from a sample. */
final class Baseline {
    private final MetricQuery query;
    private final List<SnapshotTable> inPart;
    private final Duration limit;

    /** {@code inPart}: the tables that the metric reads and that were not read whole; not empty. */
    Baseline(MetricQuery query, List<SnapshotTable> inPart, Duration limit) {
        this.query = query;
        this.inPart = inPart;
        this.limit = limit;
    }

    /** Of a metric that came to a number. */
    Sections.Sure sure(Metric metric, double baseline) {
        List<SnapshotTable> chosen =
                inPart.stream().filter(table -> !table.drawing().random()).toList();
        if (!chosen.isEmpty()) {
            return not(
                    chosen.get(0).manifest().used() == SampleMethod.LATEST
                            ? "it is of the latest rows of '" + chosen.get(0).ref() + "' alone"
                            : "not all rows of '" + chosen.get(0).ref() + "' were read, and those not by chance");
        }
        List<SnapshotTable> drawn = inPart.stream()
                .filter(table -> table.manifest().used() == SampleMethod.RANDOM)
                .toList();
        List<SnapshotTable> first = drawn.isEmpty() ? leading() : drawn;
        if (first.size() != 1) {
            return not("its tables were sampled apart: '" + inPart.get(0).ref() + "' and '"
                    + inPart.get(1).ref() + "'");
        }
        return bySection(metric, baseline, first.get(0));
    }

    private Sections.Sure bySection(Metric metric, double baseline, SnapshotTable table) {
        Windows windows = table.manifest().windows();
        long rows = table.manifest().sampledRows();
        if (windows == null && DrawnTogether.rows(table.manifest()) > 1) {
            return not("the snapshot does not say which rows of '" + table.ref() + "' were drawn together");
        }
        int sections = Sections.number(rows, windows == null ? rows : windows.number());
        if (sections == 0) {
            String together = windows == null ? "" : " in " + Numbers.count(windows.number(), "window");
            return not(Numbers.count(rows, "row") + together + " of '" + table.ref() + "' are too few to tell");
        }
        MetricQuery.BySection found = query.bySection(metric.sql(), table, sections, limit);
        double[] numbers = found.numbers();
        if (numbers == null) {
            return not(found.reason() == null ? "it could not be told" : found.reason());
        }
        Drawing drawing = table.drawing();
        Sections parted = new Sections(baseline, numbers);
        Sections.Sure sure = found.ofRank() ? parted.sureOfRank(drawing) : parted.sure(drawing);
        return new Sections.Sure(shares(metric, numbers, sure.interval()), sure.reason());
    }

    /** Of tables read for keys, those whose keys came from none of the others. */
    private List<SnapshotTable> leading() {
        List<TableRef> read = inPart.stream().map(SnapshotTable::ref).toList();
        return inPart.stream()
                .filter(table -> table.manifest().linked().stream()
                        .map(LinkedKeys::from)
                        .noneMatch(from -> read.contains(from.tableRef())
                                && !from.tableRef().equals(table.ref())))
                .toList();
    }

    /** Percents that are shares in every section are so altogether. */
    private static @Nullable Interval shares(Metric metric, double[] numbers, @Nullable Interval interval) {
        boolean shares =
                metric.unit().equals("%") && DoubleStream.of(numbers).allMatch(number -> number >= 0 && number <= 100);
        return interval == null || !shares
                ? interval
                : new Interval(Math.max(0, interval.low()), Math.min(100, interval.high()));
    }

    private static Sections.Sure not(String reason) {
        return new Sections.Sure(null, reason);
    }
}
