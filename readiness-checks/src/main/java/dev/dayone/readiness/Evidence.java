package dev.dayone.readiness;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.CheckResult;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.LinkResult;
import dev.dayone.pilot.report.MetricResult;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.flow.Walked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on a snapshot, before anything is judged but each check, link and metric by itself.
 *
 * @param inRows what is wrong with tables' rows, beyond what profiles tell
 * @param discovered links that the pilot does not name
 * @param walked what became of the flow's records; null: the pilot has no flow, or nobody could follow it
 */
public record Evidence(
        Map<TableRef, TableReport> tables,
        List<CheckResult> checks,
        List<LinkResult> links,
        List<MetricResult> metrics,
        @Nullable Walked walked,
        List<Finding> inRows,
        List<DiscoveredLink> discovered) {
    public Evidence {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        checks = List.copyOf(checks);
        links = List.copyOf(links);
        metrics = List.copyOf(metrics);
        inRows = List.copyOf(inRows);
        discovered = List.copyOf(discovered);
    }
}
