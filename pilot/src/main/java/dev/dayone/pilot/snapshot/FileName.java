package dev.dayone.pilot.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns any name of a source or table into one safe as a file's name on every system, and distinct from others. */
public final class FileName {
    private FileName() {}

    /**
     * The name itself if it is short, lower case and plain; else its plain characters with a hash of the name behind
     * them.
     */
    public static String of(String name) {
        if (name.matches("[a-z0-9][a-z0-9_-]{0,79}")) {
            return name;
        }
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String hash = java.util
                .UUID
                .nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, 12);
        String head = plain.length() > 60 ? plain.substring(0, 60) : plain;
        return head.isEmpty() ? "x-" + hash : head + "-" + hash;
    }
}
