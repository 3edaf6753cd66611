package dev.dayone.readiness;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.TableReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured on a snapshot, before anything is judged but each check, link and metric by itself. */
public record Evidence(
        Map<TableRef, TableReport> tables,
        List<CheckResult> checks,
        List<LinkResult> links,
        List<MetricResult> metrics) {
    public Evidence {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        checks = List.copyOf(checks);
        links = List.copyOf(links);
        metrics = List.copyOf(metrics);
    }
}
