package dev.dayone.pilot;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One {@code pilot.yaml}: sources, flow, needs, checks, metrics, owner, budget.
 *
 * @param needs the columns without which the pilot cannot work, by table
 * @param checks the expectations, by table, in the file's order
 * @param gates the gates that the verdict rests on
 * @param retention how long snapshots are kept; the newest complete one always is
 * @param history where runs are remembered, and when a change counts as drift
 */
public record Pilot(
        String name,
        String description,
        @Nullable Owner owner,
        @Nullable Budget budget,
        Map<String, Source> sources,
        @Nullable Flow flow,
        Map<TableRef, List<String>> needs,
        Map<TableRef, List<Expectation>> checks,
        List<Metric> metrics,
        Set<GateName> gates,
        @Nullable String schedule,
        Duration retention,
        History history) {
    public Pilot {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        needs = Collections.unmodifiableMap(new LinkedHashMap<>(needs));
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        metrics = List.copyOf(metrics);
        gates = Collections.unmodifiableSet(new java.util.TreeSet<>(gates));
    }

    /** A pilot that says nothing about its history. */
    public Pilot(
            String name,
            String description,
            @Nullable Owner owner,
            @Nullable Budget budget,
            Map<String, Source> sources,
            @Nullable Flow flow,
            Map<TableRef, List<String>> needs,
            Map<TableRef, List<Expectation>> checks,
            List<Metric> metrics,
            Set<GateName> gates,
            @Nullable String schedule,
            Duration retention) {
        this(
                name,
                description,
                owner,
                budget,
                sources,
                flow,
                needs,
                checks,
                metrics,
                gates,
                schedule,
                retention,
                History.DEFAULT);
    }

    /** The source of a name. Throws {@link IllegalArgumentException} for a name that the pilot does not have. */
    public Source source(String source) {
        Source found = sources.get(source);
        if (found == null) {
            throw new IllegalArgumentException("Pilot '" + name + "' has no source '" + source + "'");
        }
        return found;
    }

    /** Which rows of a table to read: as the pilot says, else all of a file, linked where the flow leads, else the default. */
    public Sample sample(TableRef table) {
        Sample asked = source(table.source()).table(table.table()).asked();
        if (asked != null) {
            return asked;
        }
        if (source(table.source()).holdsFiles()) {
            return Sample.ALL;
        }
        return isReached(table) ? Sample.LINKED : Sample.DEFAULT;
    }

    private boolean isReached(TableRef table) {
        return flow != null
                && !flow.start().equals(table)
                && flow.links().stream()
                        .anyMatch(link -> link.to().tableRef().equals(table)
                                && !link.from().tableRef().equals(table));
    }
}
