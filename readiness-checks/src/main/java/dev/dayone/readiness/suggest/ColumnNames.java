package dev.dayone.readiness.suggest;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What names say of keys. */
final class ColumnNames {
    private static final Set<String> ID = Set.of("id", "ids", "uuid", "guid", "key", "fk", "pk");
    private static final Set<String> NUMBERED = Set.of("no", "nr", "num", "number", "code", "zip", "postcode", "ref");
    private static final Set<String> ONE_OF_A_KIND = Set.of(
            "id", "uuid", "guid", "email", "mail", "login", "username", "sku", "iban", "number", "no", "nr", "code");
    private static final Set<String> OF_ITSELF = Set.of("external", "ext", "global", "public", "unique", "legacy");

    private ColumnNames() {}

    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String apart = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String word : apart.strip().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** Whether a column's numbers are names of rows, not amounts. */
    static boolean isIdentifier(String column) {
        return endsIn(column, ID) || endsIn(column, NUMBERED);
    }

    /** Whether a column may hold keys of another table: {@code account_id}. */
    static boolean isReference(String column) {
        return endsIn(column, ID) && words(column).size() > 1;
    }

    private static boolean endsIn(String column, Set<String> last) {
        List<String> words = words(column);
        return !words.isEmpty() && last.contains(words.get(words.size() - 1));
    }

    /** Whether a column may name the rows of its own table: {@code id}, {@code email}, {@code order_no} of orders. */
    static boolean isKey(String table, String column, ColumnType type) {
        boolean keyed =
                switch (type.kind()) {
                    case BIGINT, STRING -> true;
                    case DECIMAL -> type.scale() == 0;
                    case BOOLEAN, DOUBLE, DATE, TIMESTAMP -> false;
                };
        List<String> words = words(column);
        if (!keyed || words.isEmpty() || !ONE_OF_A_KIND.contains(words.get(words.size() - 1))) {
            return false;
        }
        List<String> before = words.subList(0, words.size() - 1);
        return before.isEmpty() || OF_ITSELF.containsAll(before) || names(before, table);
    }

    /** Whether words are a table's name, in the singular or plural: {@code account} of {@code crm_accounts}. */
    static boolean names(List<String> words, String table) {
        List<String> of = words(table);
        if (words.isEmpty() || of.isEmpty()) {
            return false;
        }
        String wanted = singular(words.get(words.size() - 1));
        boolean last = singular(of.get(of.size() - 1)).equals(wanted);
        boolean rest = words.size() == 1 || of.size() == 1 || of.containsAll(words.subList(0, words.size() - 1));
        return last && rest;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
