package dev.dayone.readiness.expectation.dateutil;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words of dates in English that dateutil knows, whatever their case. */
final class Words {
    private static final Set<String> JUMPS =
            Set.of(" ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th");
    private static final Map<String, Integer> WEEKDAYS = numbered(List.of(
            "mon monday", "tue tuesday", "wed wednesday", "thu thursday", "fri friday", "sat saturday", "sun sunday"));
    private static final Map<String, Integer> MONTHS = numbered(List.of(
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december"));
    private static final Map<String, Integer> UNITS =
            numbered(List.of("h hour hours", "m minute minutes", "s second seconds"));
    private static final Map<String, Integer> HALVES = numbered(List.of("am a", "pm p"));
    private static final Set<String> UTC = Set.of("utc", "gmt", "z");

    private Words() {}

    private static Map<String, Integer> numbered(List<String> lines) {
        Map<String, Integer> words = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (String word : lines.get(i).split(" ", -1)) {
                words.put(word, i);
            }
        }
        return words;
    }

    private static String low(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether a word says nothing. */
    static boolean isJump(String word) {
        return JUMPS.contains(low(word));
    }

    static boolean isWeekday(String word) {
        return WEEKDAYS.containsKey(low(word));
    }

    /** 1 to 12; null: no month. */
    static @Nullable Integer month(String word) {
        Integer month = MONTHS.get(low(word));
        return month == null ? null : Integer.valueOf(month + 1);
    }

    /** 0 for hours, 1 for minutes, 2 for seconds; null: none of them. */
    static @Nullable Integer unit(String word) {
        return UNITS.get(low(word));
    }

    /** 0 before noon, 1 after; null: not said. */
    static @Nullable Integer half(String word) {
        return HALVES.get(low(word));
    }

    static boolean isUtc(String word) {
        return UTC.contains(low(word));
    }

    /** Whether it looks like a zone's short name. */
    static boolean isZone(String word) {
        return word.length() <= 5 && (word.chars().allMatch(sign -> sign >= 'A' && sign <= 'Z') || word.equals("z"));
    }

    /** What Python takes for a number, though it is none. */
    static boolean isNoNumber(String word) {
        return Set.of("nan", "inf", "infinity").contains(low(word));
    }
}
