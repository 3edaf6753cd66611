package dev.dayone.readiness.expectation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code row_condition} in Great Expectations' own words, {@code col("plan") == "gold"}, in Spark SQL. */
final class ConditionWords {
    private static final Pattern PRESENT =
            Pattern.compile("col\\(\\s*([\"'])(.+?)\\1\\s*\\)\\s*\\.not_?[nN]ull\\(\\s*\\)");
    private static final Pattern COMPARED =
            Pattern.compile("col\\(\\s*([\"'])(.+?)\\1\\s*\\)\\s*(==|!=|>=|<=|>|<|=)\\s*(.+)", Pattern.DOTALL);
    private static final Pattern DAY = Pattern.compile("date\\(\\s*([\"'])(.+?)\\1\\s*\\)");
    private static final Pattern TEXT = Pattern.compile("([\"'])(.*)\\1", Pattern.DOTALL);
    private static final Map<String, String> SIGNS = Map.of("==", "=", "!=", "<>");

    private ConditionWords() {}

    /** The same predicate. Throws {@link WrongCheckException} for what is none. */
    static String toSql(String condition) {
        String stripped = condition.strip();
        Matcher present = PRESENT.matcher(stripped);
        if (present.matches()) {
            return name(present.group(2)) + " IS NOT NULL";
        }
        Matcher compared = COMPARED.matcher(stripped);
        if (!compared.matches()) {
            throw new WrongCheckException("The row_condition '" + condition
                    + "' cannot be read, expected for example col(\"plan\") == \"gold\" or col(\"plan\").notNull().");
        }
        String sign = compared.group(3);
        return name(compared.group(2)) + " " + SIGNS.getOrDefault(sign, sign) + " "
                + value(compared.group(4), condition);
    }

    private static String name(String column) {
        return "`" + column.replace("`", "``") + "`";
    }

    private static String value(String written, String condition) {
        String stripped = written.strip();
        Matcher day = DAY.matcher(stripped);
        if (day.matches()) {
            return "CAST(" + quoted(day.group(2)) + " AS timestamp)";
        }
        Matcher text = TEXT.matcher(stripped);
        if (text.matches()) {
            return quoted(text.group(2));
        }
        if (!stripped.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw new WrongCheckException("The row_condition '" + condition + "' compares with '" + stripped
                    + "', expected a number, a text in quotes, or date(\"...\").");
        }
        return stripped;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
