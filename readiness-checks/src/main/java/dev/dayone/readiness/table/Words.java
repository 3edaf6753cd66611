package dev.dayone.readiness.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that names of tables and columns are made of. */
public final class Words {
    private Words() {}

    /** In lower case: parted at all but letters and digits, and where a capital follows a small letter. */
    public static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        String apart = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String word : apart.strip().split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** A word without the ending of English plurals. */
    public static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
