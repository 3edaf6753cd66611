package dev.dayone.readiness.link.clean;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Writes a key in Unicode's form NFKC, without invisible characters: composed, full-width and ligature letters are one. */
final class UnicodeForm implements KeyCleaner {
    private static final Pattern INVISIBLE = Pattern.compile("[\\x{AD}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]+");

    @Override
    public String name() {
        return "Unicode NFKC";
    }

    @Override
    public String difference() {
        return "in how Unicode writes them";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return (from.isText() || to.isText()) && (from.beyondAscii() > 0 || to.beyondAscii() > 0);
    }

    @Override
    public String clean(String key) {
        if (key.chars().allMatch(character -> character < 0x80)) {
            return key;
        }
        String seen = INVISIBLE.matcher(key).replaceAll("");
        String composed = Normalizer.normalize(seen, Normalizer.Form.NFKC).strip();
        return composed.isEmpty() ? key : composed;
    }
}
