package dev.dayone.route.sampling;

import dev.dayone.connector.DiscoveredTable;
import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.SampleMethod;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.LinkedKeys;
import dev.dayone.pilot.snapshot.TableInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plans a table that is read for the keys sampled in others. Where that cannot be done, or would have the source look
 * through the whole table once a page, rows are drawn at random and the note says why.
 */
final class LinkedPlanner {
    private final TableRef ref;
    private final DiscoveredTable table;
    private final LinkedTables links;
    private final boolean tellsIndexes;
    private final List<String> notes = new ArrayList<>();

    LinkedPlanner(TableRef ref, DiscoveredTable table, LinkedTables links, Collection<DiscoveredTable> found) {
        this.ref = ref;
        this.table = table;
        this.links = links;
        this.tellsIndexes = found.stream().anyMatch(one -> !one.info().indexed().isEmpty());
    }

    /**
     * The plan, once the keys are there; none if they will not come in this run.
     *
     * @param most rows that are kept of the table
     */
    Optional<LinkedPlan> plan(TablePlanner planner, TablePlanner.Bounds bounds, KeyPool pool, long most) {
        if (bounds.few()) {
            return Optional.of(new LinkedPlan(planner.random(bounds), List.of()));
        }
        List<KeysPlan.Step> steps = new ArrayList<>();
        List<LinkedKeys> whole = new ArrayList<>();
        for (Link link : usable()) {
            Optional<KeySet> keys = pool.await(link.from());
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            KeySet set = keys.get();
            String column = link.to().column();
            steps.add(new KeysPlan.Step(
                    link,
                    KeyForms.groups(set.values().keySet(), column(column)),
                    callKeys(column),
                    KeyWindows.of(set.values(), column(column))));
            if (set.isWhole()) {
                whole.add(new LinkedKeys(
                        link.from(), link.to().column(), set.values().size()));
            } else {
                notes.add("not all keys of " + link.from() + " could be asked for");
            }
        }
        boolean any = steps.stream().anyMatch(step -> !step.groups().isEmpty());
        if (!steps.isEmpty() && !any) {
            notes.add("no keys were sampled that lead to it, so rows were drawn at random");
        }
        boolean unasked =
                steps.isEmpty() && table.means() != null && !links.into(ref).isEmpty();
        TablePlan plan = any ? keys(steps, most) : unasked ? planner.whole(most) : planner.random(bounds);
        for (String note : notes) {
            plan = plan.noted(note);
        }
        return Optional.of(new LinkedPlan(plan, any ? whole : List.of()));
    }

    private int callKeys(String column) {
        return table.means() == null
                ? Integer.MAX_VALUE
                : table.means().lookups().getOrDefault(column, 1);
    }

    private static TablePlan keys(List<KeysPlan.Step> steps, long most) {
        String columns = steps.stream()
                .map(step -> step.link().from())
                .map(ColumnRef::toString)
                .collect(Collectors.joining(", "));
        return new TablePlan(
                new KeysPlan(steps, most),
                SampleMethod.LINKED,
                "the rows that the sampled keys of " + columns + " lead to",
                -1);
    }

    /** The links that the table can be read for. */
    private List<Link> usable() {
        if (links.into(ref).isEmpty()) {
            notes.add(
                    links.circular(ref).isEmpty()
                            ? "no link of the flow leads to it, so rows were drawn at random"
                            : "it would be read for keys that it leads to itself, so rows were drawn at random");
        } else {
            links.circular(ref)
                    .forEach(link -> notes.add("the keys of " + link.from()
                            + " were not asked for, as the flow goes round in a circle there"));
        }
        List<Link> usable = new ArrayList<>();
        for (Link link : links.into(ref)) {
            String column = link.to().column();
            if (table.means() != null && !table.means().lookups().containsKey(column)) {
                notes.add("the source cannot look up rows by " + column + ", so the keys of " + link.from()
                        + " were not asked for");
            } else if (!isIndexed(column)) {
                notes.add("no index begins with " + column + ", so the keys of " + link.from()
                        + " were not asked for; one would allow it");
            } else if (!KeyForms.canBeAsked(column(column))) {
                notes.add("values of " + column + " cannot be asked for, as it is of type "
                        + column(column).sourceType());
            } else if (!usable.isEmpty() && table.info().key().isEmpty()) {
                notes.add("the keys of " + link.from()
                        + " were not asked for, as the table has no key to tell rows apart that two links lead to");
            } else {
                usable.add(link);
            }
        }
        if (usable.isEmpty() && !links.into(ref).isEmpty()) {
            notes.add(table.means() == null ? "rows were drawn at random" : "its rows were read in their own order");
        }
        return usable;
    }

    private boolean isIndexed(String column) {
        TableInfo info = table.info();
        return !tellsIndexes
                || info.indexed().contains(column)
                || (!info.key().isEmpty() && info.key().get(0).equals(column));
    }

    private ColumnInfo column(String name) {
        return table.info().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
