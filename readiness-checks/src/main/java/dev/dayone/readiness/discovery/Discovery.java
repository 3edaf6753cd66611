package dev.dayone.readiness.discovery;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import dev.dayone.pilot.report.DiscoveredLink;
import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import dev.dayone.readiness.wording.Numbers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the keys between tables that nobody declared. */
public final class Discovery {
    /** A link is proposed with a coverage that it keeps by this much. */
    private static final double SLACK = 0.02;

    private static final double WHOLE_PERCENT = 100;

    private Discovery() {}

    /**
     * The links between the columns of several tables, those that hold the most first.
     *
     * @param values of columns that may be read again
     * @param asked those that the pilot names already, which are left out
     */
    public static List<DiscoveredLink> find(Collection<KeyColumns> tables, AllValues values, List<Link> asked) {
        List<KeyColumn> columns =
                tables.stream().flatMap(table -> table.columns().stream()).toList();
        Set<Set<ColumnRef>> known =
                asked.stream().map(link -> Set.of(link.from(), link.to())).collect(Collectors.toSet());
        return Choice.of(new KeySearch(columns, values).candidates()).stream()
                .filter(found ->
                        !known.contains(Set.of(found.from().ref(), found.to().ref())))
                .map(Discovery::told)
                .toList();
    }

    private static DiscoveredLink told(Candidate found) {
        Interval interval = found.to().whole() ? interval(found) : null;
        double held = interval == null ? found.contained() : interval.low();
        double coverage = Math.max(0, Math.floor((held - SLACK) * WHOLE_PERCENT) / WHOLE_PERCENT);
        Link link = new Link(found.from().ref(), found.to().ref(), coverage, isUnique(found.to()));
        return new DiscoveredLink(
                link, found.looked(), found.shared(), found.contained(), interval, evidence(found, interval), null);
    }

    private static boolean isUnique(KeyColumn to) {
        return to.declared();
    }

    /** Of the share of different values; those compared were chosen by their hashes, which is at random. */
    private static @Nullable Interval interval(Candidate found) {
        double distinct =
                Math.min((double) found.from().distinct(), found.from().often().all());
        boolean all = found.looked() >= distinct;
        Drawing drawing =
                all ? Drawing.everyRow((double) found.looked()) : Drawing.atRandom((double) found.looked(), distinct);
        return new Rate(found.shared(), found.looked(), drawing).interval();
    }

    private static String evidence(Candidate found, @Nullable Interval interval) {
        String seen = "Of " + Numbers.count(found.looked(), "different value") + " compared, "
                + Numbers.count(found.shared()) + (found.shared() == 1 ? " stands" : " stand") + " there too";
        String part = interval == null
                ? ", of which no more than a part was read, so that about " + Numbers.percent(found.contained())
                        + " can be told for the whole"
                : "";
        return seen + part + why(found);
    }

    private static String why(Candidate found) {
        if (found.proved()) {
            return ", more than chance would have.";
        }
        boolean bySpan = found.weight().span() > found.weight().names();
        String so = bySpan && found.weight().names() > 0
                ? "these begin and end where this key alone does, and the names say so"
                : bySpan ? "these begin and end where this key alone does" : "the names say so";
        return ". Numbers that count through prove little, but " + so + ".";
    }
}
