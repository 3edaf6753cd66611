package dev.dayone.pilot.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes such as {@code 500MB} and {@code 4GB}, by thousands. */
final class Bytes {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(kB|MB|GB|TB)");

    private Bytes() {}

    static long parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "kB" -> amount * 1_000;
            case "MB" -> amount * 1_000_000;
            case "GB" -> amount * 1_000_000_000;
            default -> amount * 1_000_000_000_000L;
        };
    }
}
