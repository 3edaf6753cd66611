package dev.dayone.readiness.mess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a word, such as a class's name or a column's without its ending, names a table. */
final class NamedTable {
    private NamedTable() {}

    /** Whether {@code App\Models\OrderLine}, {@code order_line} or {@code lines} means {@code crm_order_lines}. */
    static boolean means(String name, String table) {
        List<String> of = words(table);
        List<String> words = words(name.replaceAll(".*[\\\\:./]", ""));
        return !words.isEmpty()
                && words.size() <= of.size()
                && of.subList(of.size() - words.size(), of.size()).equals(words);
    }

    /** Its words in lower case, in the singular. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String apart = name.replaceAll("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String word : apart.strip().split(" ")) {
            if (!word.isEmpty()) {
                words.add(singular(word.toLowerCase(Locale.ROOT)));
            }
        }
        return words;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.matches(".*(?:us|ss|x|z|ch|sh)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.matches(".*(?:ss|us|is)")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
