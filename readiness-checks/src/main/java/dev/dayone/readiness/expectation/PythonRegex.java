package dev.dayone.readiness.expectation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions in Python's words, as suites have them, in Java's. Named groups, references to them, and the end of
 * the text are written otherwise; a condition on a group has no word in Java.
 */
final class PythonRegex {
    private static final Pattern WORDS = Pattern.compile("\\\\.|\\(\\?P<(\\w+)>|\\(\\?P=(\\w+)\\)|\\(\\?\\(\\w+\\)");

    private PythonRegex() {}

    /** The same expression for Java. Throws {@link WrongCheckException} for what it has no word for. */
    static String toJava(String regex) {
        Matcher matcher = WORDS.matcher(regex);
        StringBuilder java = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(java, Matcher.quoteReplacement(word(regex, matcher)));
        }
        return matcher.appendTail(java).toString();
    }

    private static String word(String regex, Matcher matcher) {
        if (matcher.group(1) != null) {
            return "(?<" + name(matcher.group(1)) + ">";
        }
        if (matcher.group(2) != null) {
            return "\\k<" + name(matcher.group(2)) + ">";
        }
        String found = matcher.group();
        if (found.startsWith("(?(")) {
            throw new WrongCheckException("The regular expression '" + regex
                    + "' holds a condition on a group, '(?(...)', which cannot be carried over: write it with '|'.");
        }
        return found.equals("\\Z") ? "\\z" : found;
    }

    /** Names in Java have letters and digits alone. */
    private static String name(String python) {
        return "g" + python.replace("_", "0x");
    }
}
