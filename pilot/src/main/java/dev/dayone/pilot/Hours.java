package dev.dayone.pilot;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the day at which a source may be read, such as {@code 20:00-06:00 Europe/Berlin}: over midnight where
 * {@code to} is not after {@code from}.
 *
 * @param to the first moment that is not allowed any more
 */
public record Hours(LocalTime from, LocalTime to, ZoneId zone) {
    /** Whether the source may be read at a time. */
    public boolean allow(Instant time) {
        LocalTime now = time.atZone(zone).toLocalTime();
        return from.isBefore(to) ? !now.isBefore(from) && now.isBefore(to) : !now.isBefore(from) || now.isBefore(to);
    }

    /** As the pilot writes it. */
    @Override
    public String toString() {
        return from + "-" + to + " " + zone;
    }
}
