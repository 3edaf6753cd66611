package dev.dayone.connector.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a database allows in a column, read from how it writes them itself: an ENUM or SET, or a CHECK that
 * lists them. A rule that says anything more is not understood, and no list is made of it.
 */
final class ChoiceList {
    private static final String TEXT = "'(?:[^'\\\\]|''|\\\\.)*+'";
    private static final String CAST = "(?:::[\\w ]+(?:\\(\\d+\\))?)?";
    private static final String BARE = "(?:_\\w+\\s*)?(?:" + TEXT + "|-?\\d+)" + CAST;
    private static final String ITEM = "(?:" + BARE + "|\\(" + BARE + "\\)" + CAST + ")";
    private static final String ITEMS = ITEM + "(?:\\s*,\\s*" + ITEM + ")*+";
    private static final String NAME = "(?:`(?:[^`]|``)+`|\"(?:[^\"]|\"\")+\"|\\w+)";
    private static final String COLUMN = "\\(*(?<column>" + NAME + ")\\)*" + CAST + "\\)?";
    private static final Pattern TYPE = Pattern.compile("(?i)(?:enum|set)\\((?<items>.*)\\)");
    private static final Pattern RULE = Pattern.compile("(?is)(?:CHECK\\s*)?\\(*(?:\\(*" + NAME
            + "\\)*\\s+IS\\s+NULL\\)*\\s+OR\\s+)?\\(*" + COLUMN
            + "\\s*(?:=\\s*ANY\\s*\\(+ARRAY\\[|IN\\s*\\()(?<items>" + ITEMS + ")[\\])]"
            + "(?:\\)*::[\\w ]+\\[\\])?\\)*(?:\\s+OR\\s+\\(*" + NAME + "\\)*\\s+IS\\s+NULL)?[)\\s]*(?:NOT VALID)?");
    private static final Pattern ONE =
            Pattern.compile("(?s)(?:_\\w+\\s*)?(?:(?<text>" + TEXT + ")|(?<number>-?\\d+))" + CAST);
    private static final Pattern MYSQL = Pattern.compile("(?s).*\\b_\\w+\\s*\\\\'.*");

    private ChoiceList() {}

    /**
     * What a CHECK lists.
     *
     * @param column without its quotes; in PostgreSQL's own text, VALUE stands for a domain's
     */
    record Rule(String column, List<String> choices) {}

    /** The choices of a type such as {@code enum('a','b')}; empty: it is none such. */
    static List<String> ofType(String declared) {
        Matcher type = TYPE.matcher(declared);
        return type.matches() ? items(type.group("items")) : List.of();
    }

    /** What the text of a CHECK says of one column; null: not that its value is one of some. */
    static @Nullable Rule ofRule(String text) {
        // MySQL writes the quotes of texts in a CHECK with a backslash before each.
        boolean marked = MYSQL.matcher(text).matches();
        Matcher rule = RULE.matcher(marked ? text.replace("\\'", "'") : text);
        return rule.matches() ? new Rule(bare(rule.group("column")), items(rule.group("items"))) : null;
    }

    private static String bare(String name) {
        char mark = name.charAt(0);
        return mark == '`' || mark == '"'
                ? name.substring(1, name.length() - 1).replace("" + mark + mark, String.valueOf(mark))
                : name;
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        Matcher one = ONE.matcher(text);
        while (one.find()) {
            String quoted = one.group("text");
            items.add(
                    quoted == null
                            ? one.group("number")
                            : quoted.substring(1, quoted.length() - 1).replace("''", "'"));
        }
        return List.copyOf(items);
    }
}
