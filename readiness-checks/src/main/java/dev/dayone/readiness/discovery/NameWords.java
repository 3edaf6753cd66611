package dev.dayone.readiness.discovery;

import dev.dayone.readiness.table.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that names are made of. */
final class NameWords {
    private static final Set<String> OF_REFERENCES =
            Set.of("id", "ids", "ref", "reference", "key", "fk", "fkey", "no", "nr", "num", "number", "code", "uid");
    private static final int SHORTEST = 3;

    private NameWords() {}

    /** Whether a column's name says that it refers to rows of a table: {@code ticket_id} to {@code tickets}. */
    static boolean refers(String column, String table, String key) {
        List<String> words = Words.of(column);
        if (!refers(column)) {
            return false;
        }
        Set<String> told = words.stream()
                .filter(word -> !OF_REFERENCES.contains(word) && word.length() >= SHORTEST)
                .map(NameWords::singular)
                .collect(Collectors.toSet());
        if (told.isEmpty()) {
            return false;
        }
        List<String> named = Words.of(table).stream().map(NameWords::singular).toList();
        boolean byTable = named.stream().anyMatch(told::contains) && named.containsAll(told);
        return byTable || (!OF_REFERENCES.contains(plain(key)) && plain(column).equals(plain(key)));
    }

    /** Whether a column's name says that it refers to something, such as {@code owner_id}. */
    static boolean refers(String column) {
        List<String> words = Words.of(column);
        return words.size() > 1 && OF_REFERENCES.contains(words.get(words.size() - 1));
    }

    private static String plain(String name) {
        return String.join("", Words.of(name));
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("uses")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
