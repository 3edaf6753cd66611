package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.Source;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.error.ErrorCode;
import dev.dayone.pilot.snapshot.ColumnInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the tables and columns that a pilot names in one source with those that the source holds. */
public final class PilotCheck {
    private final Pilot pilot;
    private final Source source;
    private final Map<String, DiscoveredTable> tables = new LinkedHashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    private PilotCheck(Pilot pilot, Source source, Collection<DiscoveredTable> found) {
        this.pilot = pilot;
        this.source = source;
        found.forEach(table -> tables.put(table.info().name(), table));
    }

    /** Something that a pilot names and a source does not have, in a sentence. */
    public record Problem(TableRef table, ErrorCode code, String text) {}

    /** What stands in the way of sampling: unknown or unreadable tables, unknown columns to hash, drop, order by. */
    public static List<Problem> forSampling(Pilot pilot, Source source, Collection<DiscoveredTable> found) {
        PilotCheck check = new PilotCheck(pilot, source, found);
        check.selections();
        check.named().forEach((table, columns) -> check.columns(table, "", Set.of()));
        return List.copyOf(check.problems);
    }

    /** All of {@link #forSampling}, and the columns named by flow, needs and checks. */
    public static List<Problem> whole(Pilot pilot, Source source, Collection<DiscoveredTable> found) {
        PilotCheck check = new PilotCheck(pilot, source, found);
        check.selections();
        check.named().forEach((table, columns) -> check.columns(table, "", columns));
        return List.copyOf(check.problems);
    }

    /** The tables to sample: those that the pilot names; if it lists none, all that the account may read. */
    static List<String> sampled(Pilot pilot, Source source, Collection<DiscoveredTable> found) {
        Set<String> named = named(pilot, source);
        return named.isEmpty()
                ? found.stream()
                        .filter(DiscoveredTable::readable)
                        .map(table -> table.info().name())
                        .toList()
                : List.copyOf(named);
    }

    /** The tables of a source that the pilot names, in its list and elsewhere; none if it lists none. */
    static Set<String> named(Pilot pilot, Source source) {
        if (source.tables().isEmpty()) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>(source.tables().keySet());
        names.addAll(new PilotCheck(pilot, source, List.of()).named().keySet());
        return names;
    }

    private void selections() {
        source.tables().forEach((table, selection) -> {
            columns(table, "hash", selection.hash());
            columns(table, "drop", selection.drop());
            columns(table, "personal", selection.personal());
            columns(table, "shown", selection.shown());
            String by = by(selection);
            columns(table, "sample.by", by == null ? Set.of() : Set.of(by));
        });
    }

    private static @Nullable String by(TableSelection selection) {
        return selection.asked() == null ? null : selection.asked().by();
    }

    /** The tables and columns named outside of the source's own list. */
    private Map<String, Set<String>> named() {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        if (pilot.flow() != null) {
            add(named, pilot.flow().start(), List.of());
            for (Link link : pilot.flow().links()) {
                add(named, link.from());
                add(named, link.to());
            }
        }
        pilot.needs().forEach((table, columns) -> add(named, table, columns));
        pilot.checks().forEach((table, expectations) -> {
            List<String> columns = new ArrayList<>();
            expectations.forEach(expectation -> columns.addAll(columns(expectation)));
            add(named, table, columns);
        });
        return named;
    }

    private static List<String> columns(Expectation expectation) {
        List<String> columns = new ArrayList<>();
        for (String argument : List.of("column", "column_A", "column_B")) {
            if (expectation.kwargs().get(argument) instanceof String column) {
                columns.add(column);
            }
        }
        if (expectation.kwargs().get("column_list") instanceof List<?> list) {
            list.forEach(column -> columns.add(String.valueOf(column)));
        }
        return columns;
    }

    private void add(Map<String, Set<String>> named, ColumnRef column) {
        add(named, column.tableRef(), List.of(column.column()));
    }

    private void add(Map<String, Set<String>> named, TableRef table, Collection<String> columns) {
        if (table.source().equals(source.name())) {
            named.computeIfAbsent(table.table(), name -> new LinkedHashSet<>()).addAll(columns);
        }
    }

    private void columns(String name, String where, Collection<String> columns) {
        TableRef ref = new TableRef(source.name(), name);
        DiscoveredTable table = tables.get(name);
        if (table == null) {
            problems.add(new Problem(
                    ref,
                    ErrorCode.TABLE_UNKNOWN,
                    "table '" + name + "' is not in '" + source.name() + "'" + Nearest.hint(name, tables.keySet())));
            return;
        }
        if (!table.readable()) {
            problems.add(new Problem(
                    ref,
                    ErrorCode.RIGHT_MISSING,
                    "table '" + name + "' in '" + source.name() + "' cannot be read by the account: "
                            + table.remedy()));
            return;
        }
        List<String> known =
                table.info().columns().stream().map(ColumnInfo::name).toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                problems.add(new Problem(
                        ref,
                        ErrorCode.COLUMN_UNKNOWN,
                        "column '" + column + "'" + (where.isEmpty() ? "" : " (" + where + ")") + " is not in '" + ref
                                + "'" + Nearest.hint(column, known)));
            }
        }
    }
}
