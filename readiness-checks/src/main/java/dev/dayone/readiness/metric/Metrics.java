package dev.dayone.readiness.metric;

import dev.dayone.pilot.Metric;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.readiness.engine.MetricQuery;
import dev.dayone.readiness.engine.SparkEngine;
import dev.dayone.readiness.table.SnapshotTable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Measures a pilot's metrics, one after the other. */
public final class Metrics {
    /** How long one metric may take. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

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
        boolean fromSample = result.tables().stream().anyMatch(ref -> {
            SnapshotTable table = tables.get(ref);
            return table != null && !table.manifest().whole();
        });
        Metric.Target target = metric.target();
        Boolean met = (target == null || result.value() == null) ? null : target.isMetBy(result.value());
        return new MetricResult(
                metric,
                result.value(),
                met,
                result.tables().stream().map(TableRef::toString).toList(),
                fromSample,
                result.error());
    }
}
