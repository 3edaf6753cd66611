package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Sample;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.Probe;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** Estimates what sampling will cost by planning it, with the source's statistics in place of its answers. */
public final class SamplingCosts {
    private SamplingCosts() {}

    /** The cost by table, of those that will be sampled. */
    public static Map<String, SamplingCost> of(
            Pilot pilot, Source source, Collection<DiscoveredTable> found, Probe probe) {
        Map<String, DiscoveredTable> tables = new LinkedHashMap<>();
        found.forEach(table -> tables.put(table.info().name(), table));
        Map<String, SamplingCost> costs = new LinkedHashMap<>();
        for (String name : PilotCheck.sampled(pilot, source, found)) {
            DiscoveredTable table = tables.get(name);
            if (table != null) {
                costs.put(name, of(pilot, source, table, probe));
            }
        }
        return costs;
    }

    private static SamplingCost of(Pilot pilot, Source source, DiscoveredTable table, Probe probe) {
        TableRef ref = new TableRef(source.name(), table.info().name());
        Sample sample = pilot.sample(ref);
        Long approximate = table.info().approximateRows();
        TablePlan plan = new TablePlanner(table, sample, source.limits(), 0)
                .plan(bounds -> Map.of(
                        "row_count",
                        approximate == null ? Long.MAX_VALUE : approximate,
                        "min_key",
                        1L,
                        "max_key",
                        approximate == null ? Long.MAX_VALUE / 4 : Math.max(1, approximate)));
        long most = sample.method() == SampleMethod.ALL ? source.limits().maxRows() : sample.rows();
        long rows = plan.expectedRows() < 0 ? Math.min(most, source.limits().maxRows()) : plan.expectedRows();
        long pages = plan.pages().pages(rows);
        DiscoveredTable.Means means = table.means();
        long calls = means != null
                ? means.calls() + requests(pilot, table, ref, rows)
                : pages + statements(sample, plan, source.table(ref.table()).pushdown());
        double seconds = (double) rows / source.limits().rowsPerSecond() + calls * probe.latencyMillis() / 1000.0;
        return new SamplingCost(pages, calls, rows, seconds);
    }

    /** What is asked of a table that answers queries, beside its pages. */
    private static long statements(Sample sample, TablePlan plan, boolean pushdown) {
        long looks = sample.method() == SampleMethod.RANDOM || sample.method() == SampleMethod.LINKED ? 1 : 0;
        long counts = pushdown && plan.used() != SampleMethod.ALL ? 1 : 0;
        return looks + counts;
    }

    /** The calls that so many rows of an API come by: as many as its own pages, or as look-ups of the keys before. */
    private static long requests(Pilot pilot, DiscoveredTable table, TableRef ref, long rows) {
        DiscoveredTable.Means means = Objects.requireNonNull(table.means());
        Sample sample = pilot.sample(ref);
        Long approximate = table.info().approximateRows();
        boolean few = approximate != null && approximate <= sample.rows();
        OptionalLong lookups = few || sample.method() != SampleMethod.LINKED
                ? OptionalLong.empty()
                : new LinkedTables(pilot)
                        .into(ref).stream()
                                .filter(link ->
                                        means.lookups().containsKey(link.to().column()))
                                .mapToLong(link -> parts(
                                        Math.min(
                                                rows,
                                                pilot.sample(link.from().tableRef())
                                                        .rows()),
                                        means.lookups().getOrDefault(link.to().column(), 1)))
                                .reduce(Long::sum);
        // One row more is asked for, to see whether the table goes on.
        long listed = approximate == null || approximate > rows ? rows + 1 : rows;
        return lookups.orElseGet(() -> Math.max(1, parts(listed, means.pageRows())));
    }

    private static long parts(long whole, int size) {
        return (whole + size - 1) / size;
    }
}
