package dev.dayone.route.sampling;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.Pilot;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables are read for the keys of which others, in what order. A link that would close a circle is left out, so each
 * table waits only for those before it and no two sources for each other.
 */
final class LinkedTables {
    private final Map<TableRef, List<Link>> into = new LinkedHashMap<>();
    private final Map<TableRef, List<Link>> circular = new LinkedHashMap<>();

    LinkedTables(Pilot pilot) {
        List<Link> links = pilot.flow() == null ? List.of() : pilot.flow().links();
        for (Link link : links) {
            TableRef to = link.to().tableRef();
            TableRef from = link.from().tableRef();
            if (from.equals(to) || pilot.sample(to).method() != SampleMethod.LINKED) {
                continue;
            }
            Map<TableRef, List<Link>> place = leads(to, from) ? circular : into;
            place.computeIfAbsent(to, table -> new ArrayList<>()).add(link);
        }
    }

    /** Whether the keys of one table are needed, over others, for another. */
    private boolean leads(TableRef start, TableRef end) {
        return start.equals(end)
                || into.getOrDefault(end, List.of()).stream()
                        .anyMatch(link -> leads(start, link.from().tableRef()));
    }

    /** The links whose keys a table is read for. */
    List<Link> into(TableRef table) {
        return into.getOrDefault(table, List.of());
    }

    /** The links into a table that would close a circle. */
    List<Link> circular(TableRef table) {
        return circular.getOrDefault(table, List.of());
    }

    /** The columns of which keys are wanted. */
    Set<ColumnRef> wanted() {
        Set<ColumnRef> wanted = new LinkedHashSet<>();
        into.values().forEach(links -> links.forEach(link -> wanted.add(link.from())));
        return wanted;
    }

    /** The columns of a table of which keys are wanted. */
    Set<String> wanted(TableRef table) {
        Set<String> columns = new LinkedHashSet<>();
        wanted().stream()
                .filter(column -> column.tableRef().equals(table))
                .forEach(column -> columns.add(column.column()));
        return columns;
    }

    /** The tables with each behind those whose keys it is read for, else in the order given. */
    List<TableRef> ordered(Collection<TableRef> tables) {
        Set<TableRef> ordered = new LinkedHashSet<>();
        tables.stream().filter(table -> into(table).isEmpty()).forEach(ordered::add);
        into.keySet().forEach(table -> place(table, ordered));
        ordered.retainAll(new LinkedHashSet<>(tables));
        return List.copyOf(ordered);
    }

    private void place(TableRef table, Set<TableRef> ordered) {
        into(table).forEach(link -> place(link.from().tableRef(), ordered));
        ordered.add(table);
    }
}
