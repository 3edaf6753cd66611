package dev.dayone.readiness.link.clean;

import java.util.regex.Pattern;

/** Leaves out blanks and invisible characters before and behind a key, also those that are no ASCII. */
final class BlanksAround implements KeyCleaner {
    private static final Pattern AROUND = Pattern.compile(
            "^[\\p{Z}\\p{Cc}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]+|[\\p{Z}\\p{Cc}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]+$");

    @Override
    public String name() {
        return "trim";
    }

    @Override
    public String difference() {
        return "in blanks around them";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return from.isText() || to.isText();
    }

    @Override
    public String clean(String key) {
        String trimmed = isVisible(key.charAt(0)) && isVisible(key.charAt(key.length() - 1))
                ? key
                : AROUND.matcher(key).replaceAll("");
        return trimmed.isEmpty() ? key : trimmed;
    }

    private static boolean isVisible(char character) {
        return character > ' ' && character < 0x7f;
    }
}
