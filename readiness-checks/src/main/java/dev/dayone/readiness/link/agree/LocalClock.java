package dev.dayone.readiness.link.agree;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Which place's clock two columns are apart by, told from when they are an hour more apart, and when an hour less. */
final class LocalClock {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Europe/Helsinki"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("America/Denver"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Halifax"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Australia/Sydney"),
            ZoneId.of("Australia/Adelaide"),
            ZoneId.of("Pacific/Auckland"));
    private static final double NEARLY_ALL = 0.98;
    private static final long TOLERANCE = 300_000;

    private LocalClock() {}

    /** A place in which {@code local} is what clocks show at {@code utc}, but for a few rows. */
    static Optional<ZoneId> of(long[] local, long[] utc) {
        return ZONES.stream().filter(zone -> shows(zone, local, utc)).findFirst();
    }

    private static boolean shows(ZoneId zone, long[] local, long[] utc) {
        int shown = 0;
        for (int i = 0; i < utc.length; i++) {
            long offset = 1000L
                    * zone.getRules().getOffset(Instant.ofEpochMilli(utc[i])).getTotalSeconds();
            shown += Math.abs(local[i] - utc[i] - offset) <= TOLERANCE ? 1 : 0;
        }
        return shown >= NEARLY_ALL * utc.length;
    }
}
