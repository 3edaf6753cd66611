package dev.dayone.pilot;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way one record travels: a driving table and the links followed from it.
 *
 * @param freshness how old the newest row of the driving table may be; null: as {@link #FRESH} says
 */
public record Flow(
        TableRef start, List<Link> links, @Nullable Duration freshness) {
    /** A system that is in use has new rows every week. */
    public static final Duration FRESH = Duration.ofDays(7);

    public Flow {
        links = List.copyOf(links);
    }

    /** A flow that says nothing of how old its rows may be. */
    public Flow(TableRef start, List<Link> links) {
        this(start, links, null);
    }

    /** How old the newest row of the driving table may be. */
    public Duration fresh() {
        return freshness == null ? FRESH : freshness;
    }
}
