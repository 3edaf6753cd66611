package dev.dayone.readiness.suggest;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.table.Words;
import java.util.List;
import java.util.Set;

/** What names say of keys. */
final class ColumnNames {
    private static final Set<String> ID = Set.of("id", "ids", "uuid", "guid", "key", "fk", "pk");
    private static final Set<String> NUMBERED = Set.of("no", "nr", "num", "number", "code", "zip", "postcode", "ref");
    private static final Set<String> ONE_OF_A_KIND = Set.of(
            "id", "uuid", "guid", "email", "mail", "login", "username", "sku", "iban", "number", "no", "nr", "code");
    private static final Set<String> OF_ITSELF = Set.of("external", "ext", "global", "public", "unique", "legacy");

    private ColumnNames() {}

    /** Whether a column's numbers are names of rows, not amounts. */
    static boolean isIdentifier(String column) {
        return endsIn(column, ID) || endsIn(column, NUMBERED);
    }

    /** Whether a column may hold keys of another table: {@code account_id}. */
    static boolean isReference(String column) {
        return endsIn(column, ID) && Words.of(column).size() > 1;
    }

    private static boolean endsIn(String column, Set<String> last) {
        List<String> words = Words.of(column);
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
        List<String> words = Words.of(column);
        if (!keyed || words.isEmpty() || !ONE_OF_A_KIND.contains(words.get(words.size() - 1))) {
            return false;
        }
        List<String> before = words.subList(0, words.size() - 1);
        return before.isEmpty() || OF_ITSELF.containsAll(before) || names(before, table);
    }

    /** Whether words are a table's name, in the singular or plural: {@code account} of {@code crm_accounts}. */
    static boolean names(List<String> words, String table) {
        List<String> of = Words.of(table);
        if (words.isEmpty() || of.isEmpty()) {
            return false;
        }
        String wanted = Words.singular(words.get(words.size() - 1));
        boolean last = Words.singular(of.get(of.size() - 1)).equals(wanted);
        boolean rest = words.size() == 1 || of.size() == 1 || of.containsAll(words.subList(0, words.size() - 1));
        return last && rest;
    }
}
