package dev.dayone.readiness.link.clean;

import java.util.Locale;

/** Takes letters for equal that differ in case alone; {@code ß} is {@code SS} in capitals. */
final class LetterCase implements KeyCleaner {
    @Override
    public String name() {
        return "case";
    }

    @Override
    public String difference() {
        return "in case";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return from.isText() && to.isText() && from.withLetters() > 0 && to.withLetters() > 0;
    }

    @Override
    public String clean(String key) {
        return key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
