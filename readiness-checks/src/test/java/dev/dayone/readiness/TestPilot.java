package dev.dayone.readiness;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Flow;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Metric;
import dev.dayone.pilot.Parameters;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Severity;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pilot put together step by step, with no more than a test needs. */
public final class TestPilot {
    private final Map<TableRef, List<Expectation>> checks = new LinkedHashMap<>();
    private final Map<TableRef, List<String>> needs = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    public TestPilot check(String table, String type, Map<String, Object> kwargs) {
        checks.computeIfAbsent(TableRef.parse(table), key -> new ArrayList<>())
                .add(new Expectation(type, kwargs, Severity.BLOCKER, Map.of()));
        return this;
    }

    public TestPilot link(String from, String to, double coverage, boolean unique) {
        links.add(new Link(ColumnRef.parse(from), ColumnRef.parse(to), coverage, unique));
        return this;
    }

    public TestPilot needs(String table, String... columns) {
        needs.put(TableRef.parse(table), List.of(columns));
        return this;
    }

    public TestPilot metric(String sql) {
        metrics.add(new Metric("metric " + metrics.size(), "", sql, new Metric.Target(10.0, null)));
        return this;
    }

    public TestPilot selection(String table, TableSelection selection) {
        TableRef ref = TableRef.parse(table);
        sources.put(
                ref.source(),
                new Source(
                        ref.source(),
                        "test",
                        new Parameters(Map.of()),
                        Limits.DEFAULT,
                        Map.of(ref.table(), selection),
                        false));
        return this;
    }

    public Pilot build() {
        return new Pilot(
                "pilot",
                "",
                null,
                null,
                sources,
                links.isEmpty() ? null : new Flow(links.get(0).from().tableRef(), links),
                needs,
                checks,
                metrics,
                Set.of(),
                null,
                Duration.ofDays(7));
    }
}
