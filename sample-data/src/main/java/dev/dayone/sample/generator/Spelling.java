package dev.dayone.sample.generator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Ways to spell a text, good and bad. */
final class Spelling {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Spelling() {}

    /** Lower-case ASCII letters, digits and dashes, as in host names and mailboxes. */
    static String slug(String text) {
        String plain = text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("Ł", "L");
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** What a program shows that reads UTF-8 as Windows-1252. */
    static String mojibake(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), WINDOWS);
    }

    /** Whether {@link #mojibake} leaves its usual mark, a capital A with tilde. */
    static boolean showsMojibake(String text) {
        return mojibake(text).indexOf('Ã') >= 0 && mojibake(text).indexOf('\uFFFD') < 0;
    }
}
