package dev.dayone.readiness.expectation;

import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** A text is a date or time of a format, as Python's {@code strptime} takes it, in English. */
final class StrftimeFormat implements UDF1<String, Boolean> {
    private static final long serialVersionUID = 1L;

    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final Map<Character, String> DIRECTIVES = Map.ofEntries(
            Map.entry('a', "(?:mon|tue|wed|thu|fri|sat|sun)"),
            Map.entry('A', "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"),
            Map.entry('b', "(?<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
            Map.entry('B', "(?<month>" + MONTHS + ")"),
            Map.entry('d', "(?<d>3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9])"),
            Map.entry('f', "\\d{1,6}"),
            Map.entry('H', "(?:2[0-3]|[0-1]\\d|\\d)"),
            Map.entry('I', "(?:1[0-2]|0[1-9]|[1-9])"),
            Map.entry('j', "(?<j>36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9])"),
            Map.entry('m', "(?<m>1[0-2]|0[1-9]|[1-9])"),
            Map.entry('M', "(?:[0-5]\\d|\\d)"),
            Map.entry('p', "(?:am|pm)"),
            Map.entry('S', "(?:6[0-1]|[0-5]\\d|\\d)"),
            Map.entry('U', "(?:5[0-3]|[0-4]\\d|\\d)"),
            Map.entry('W', "(?:5[0-3]|[0-4]\\d|\\d)"),
            Map.entry('w', "[0-6]"),
            Map.entry('u', "[1-7]"),
            Map.entry('y', "(?<y>\\d\\d)"),
            Map.entry('Y', "(?<Y>\\d{4})"),
            Map.entry('z', "(?:[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|z)"),
            Map.entry('Z', "(?:utc|gmt)"),
            Map.entry('%', "%"));

    private final Pattern pattern;

    /** Throws {@link WrongCheckException} for a directive that strptime does not have. */
    StrftimeFormat(String format) {
        StringBuilder regex = new StringBuilder();
        String whole = format.replace("%c", "%a %b %d %H:%M:%S %Y")
                .replace("%x", "%m/%d/%y")
                .replace("%X", "%H:%M:%S");
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c == '%') {
                i++;
                String directive = i < whole.length() ? DIRECTIVES.get(whole.charAt(i)) : null;
                if (directive == null) {
                    throw new WrongCheckException("The argument 'strftime_format' is '" + format + "': '"
                            + whole.substring(i - 1, Math.min(i + 1, whole.length()))
                            + "' is no directive that a text can be read by.");
                }
                String group = directive.replaceFirst("^\\(\\?<(\\w+)>.*", "$1");
                if (!group.equals(directive) && regex.indexOf("(?<" + group + ">") >= 0) {
                    throw new WrongCheckException(
                            "The argument 'strftime_format' is '" + format + "': it names the same part twice.");
                }
                regex.append(directive);
            } else if (Character.isWhitespace(c)) {
                regex.append("\\s+");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Boolean call(@Nullable String text) {
        if (text == null) {
            return false;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && isDay(matcher);
    }

    /** Whether the month has the day; without a year Python takes 1900, which has no 29th of February. */
    private boolean isDay(Matcher matcher) {
        String day = group(matcher, "d");
        String dayOfYear = group(matcher, "j");
        int year = year(matcher);
        if (dayOfYear != null && day == null) {
            return Integer.parseInt(dayOfYear) <= YearMonth.of(year, 1).lengthOfYear();
        }
        return day == null
                || Integer.parseInt(day.strip())
                        <= YearMonth.of(year, month(matcher)).lengthOfMonth();
    }

    private int year(Matcher matcher) {
        String year = group(matcher, "Y");
        if (year != null) {
            return Math.max(1, Integer.parseInt(year));
        }
        String two = group(matcher, "y");
        return two == null ? 1900 : Integer.parseInt(two) + (Integer.parseInt(two) < 69 ? 2000 : 1900);
    }

    private int month(Matcher matcher) {
        String number = group(matcher, "m");
        if (number != null) {
            return Integer.parseInt(number);
        }
        String name = group(matcher, "mon") == null ? group(matcher, "month") : group(matcher, "mon");
        if (name == null) {
            return 1;
        }
        String[] months = MONTHS.split("\\|", -1);
        for (int i = 0; i < months.length; i++) {
            if (months[i].regionMatches(true, 0, name, 0, 3)) {
                return i + 1;
            }
        }
        return 1;
    }

    private @Nullable String group(Matcher matcher, String name) {
        return pattern.pattern().contains("(?<" + name + ">") ? matcher.group(name) : null;
    }
}
