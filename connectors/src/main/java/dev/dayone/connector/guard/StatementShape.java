package dev.dayone.connector.guard;

import java.util.regex.Pattern;

/** A statement as a receipt shows it: on one line, without values, and alike for pages of any size. */
final class StatementShape {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|`(?:[^`]|``)+`|\\[(?:[^\\]]|]])+])";
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LIST = Pattern.compile("\\bIN \\(\\?(?:, \\?)*\\)");
    private static final Pattern RANGES = Pattern.compile("(?: OR " + NAME + " BETWEEN \\? AND \\?)+");
    private static final Pattern AMOUNT = Pattern.compile(
            "\\b(LIMIT|FETCH FIRST|FETCH NEXT|TOP \\(|TOP|SYSTEM \\(|REPEATABLE \\(|SAMPLE BLOCK \\(|SAMPLE \\(|SEED \\()( ?)"
                    + "[0-9.]+");

    private StatementShape() {}

    static String of(String sql) {
        String line = SPACE.matcher(sql).replaceAll(" ").strip();
        String listed = LIST.matcher(line).replaceAll("IN (?...)");
        String ranged = RANGES.matcher(listed).replaceAll(" OR ...");
        return AMOUNT.matcher(ranged).replaceAll("$1$2?");
    }
}
