package dev.dayone.readiness.metric;

import dev.dayone.pilot.Metric;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.RowsMeant;
import dev.dayone.readiness.engine.MetricQuery;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.statistic.Sections;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures a pilot's metrics, one after the other. */
public final class Metrics {
    /** How long one metric may take. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

    /** How long it may take to tell how sure one is. */
    private static final Duration SURE_LIMIT = Duration.ofSeconds(20);

    private static final Sections.Sure EXACT = new Sections.Sure(null, null);

    private final MetricQuery query;
    private final Map<TableRef, SnapshotTable> tables;

    /** Over the tables of one snapshot; {@code hidden}: the positions of columns that are not shown. */
    public Metrics(
            SparkEngine engine,
            Map<TableRef, SnapshotTable> tables,
            Map<TableRef, Set<Integer>> hidden,
            Duration limit) {
        this.query = new MetricQuery(engine, tables, hidden, limit);
        this.tables = tables;
    }

    /** What a metric comes to. */
    public MetricResult measure(Metric metric) {
        MetricQuery.Result result = query.run(metric.sql());
        List<SnapshotTable> inPart = result.tables().stream()
                .map(tables::get)
                .filter(table -> table != null && !table.manifest().whole())
                .toList();
        Double value = result.value();
        Sections.Sure sure =
                value == null || inPart.isEmpty() ? EXACT : new Baseline(query, inPart, SURE_LIMIT).sure(metric, value);
        boolean latest = inPart.stream().allMatch(table -> table.meant() == RowsMeant.LATEST_ROWS);
        return new MetricResult(
                metric,
                value,
                value == null ? null : met(metric.target(), value, latest ? EXACT : sure),
                result.tables().stream().map(TableRef::toString).toList(),
                !inPart.isEmpty(),
                result.error(),
                sure.interval(),
                sure.reason(),
                null);
    }

    /** Whether a target is reached at both ends of what the number may be; null: not told. */
    private static @Nullable Boolean met(Metric.@Nullable Target target, double value, Sections.Sure sure) {
        if (target == null || sure.reason() != null) {
            return null;
        }
        Interval interval = sure.interval() == null ? new Interval(value, value) : sure.interval();
        boolean low = target.isMetBy(interval.low());
        return low == target.isMetBy(interval.high()) ? low : null;
    }
}
