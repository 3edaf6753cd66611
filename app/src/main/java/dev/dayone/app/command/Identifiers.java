package dev.dayone.app.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names for runs that sort by time and do not meet. */
final class Identifiers {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Identifiers() {}

    static String at(Instant instant) {
        return TIME.format(instant) + "-"
                + String.format("%04x", ThreadLocalRandom.current().nextInt(1 << 16));
    }
}
