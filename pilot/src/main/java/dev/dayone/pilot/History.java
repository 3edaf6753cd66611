package dev.dayone.pilot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Where what runs measured is kept, and when a change counts as drift.
 *
 * @param parameters {@code url}, {@code username} and {@code password} of a database; none: a file in the workspace
 * @param incidents days that tell nothing about how the data usually is
 * @param minimumRuns earlier snapshots without which nothing is called drift
 */
public record History(Parameters parameters, List<Incident> incidents, int minimumRuns) {
    /** What holds where a pilot says nothing. */
    public static final History DEFAULT = new History(new Parameters(Map.of()), List.of(), 7);

    public History {
        incidents = List.copyOf(incidents);
    }

    /** Whether a snapshot of that time is to be left out. */
    public boolean leavesOut(Instant sampled) {
        LocalDate day = sampled.atZone(ZoneOffset.UTC).toLocalDate();
        return incidents.stream().anyMatch(incident -> !day.isBefore(incident.from()) && !day.isAfter(incident.to()));
    }

    /** Days, both inclusive and in UTC, on which something else was the matter. */
    public record Incident(LocalDate from, LocalDate to, String why) {}
}
