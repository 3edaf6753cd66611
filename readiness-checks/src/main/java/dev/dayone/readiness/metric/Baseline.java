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
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** How sure a baseline is that was calculated from a sample. */
final class Baseline {
    private static final double SAME_SHARE = 1.05;

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
        return drawn.isEmpty() && first.size() != 1
                ? not("its tables were read for keys of several others: '"
                        + inPart.get(0).ref() + "' and '" + inPart.get(1).ref() + "'")
                : bySection(metric, baseline, first);
    }

    private Sections.Sure bySection(Metric metric, double baseline, List<SnapshotTable> drawn) {
        int sections = Integer.MAX_VALUE;
        for (SnapshotTable table : drawn) {
            Windows windows = table.manifest().windows();
            long rows = table.manifest().sampledRows();
            if (windows == null && DrawnTogether.rows(table.manifest()) > 1) {
                return not("the snapshot does not say which rows of '" + table.ref() + "' were drawn together");
            }
            int most = Sections.number(rows, windows == null ? rows : windows.number());
            if (most == 0) {
                String together = windows == null ? "" : " in " + Numbers.count(windows.number(), "window");
                return not(Numbers.count(rows, "row") + together + " of '" + table.ref() + "' are too few to tell");
            }
            sections = Math.min(sections, most);
        }
        MetricQuery.BySection found = query.bySection(metric.sql(), drawn, alike(drawn), sections, limit);
        double[] numbers = found.numbers();
        if (numbers == null) {
            return not(found.reason() == null ? "it could not be told" : found.reason());
        }
        // The one of which most is left unread leaves the most open.
        Drawing drawing = drawn.stream()
                .map(SnapshotTable::drawing)
                .max(Comparator.comparingDouble(Drawing::left))
                .orElseThrow();
        Sections parted = new Sections(baseline, numbers);
        Sections.Sure sure = found.ofRank() ? parted.sureOfRank(drawing) : parted.sure(drawing);
        return new Sections.Sure(shares(metric, numbers, sure.interval()), sure.reason());
    }

    /** Whether the same share of tables was drawn; where a source did not count its rows, nobody knows. */
    private static boolean alike(List<SnapshotTable> drawn) {
        double[] shares = drawn.stream()
                .mapToDouble(table -> {
                    Long rows = table.countedRows();
                    return rows == null || rows == 0
                            ? Double.NaN
                            : (double) table.manifest().sampledRows() / rows;
                })
                .sorted()
                .toArray();
        return shares[shares.length - 1] <= SAME_SHARE * shares[0];
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
