package dev.dayone.readiness.link.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves out zeros before a number that is kept as text. */
final class LeadingZeros implements KeyCleaner {
    private static final Pattern PADDED = Pattern.compile("0+(\\d++)");

    @Override
    public String name() {
        return "leading zeros";
    }

    @Override
    public String difference() {
        return "in leading zeros";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return (from.padded() > 0 || to.padded() > 0) && from.holdsNumbers() && to.holdsNumbers();
    }

    @Override
    public String clean(String key) {
        Matcher padded = PADDED.matcher(key);
        return padded.matches() ? padded.group(1) : key;
    }
}
