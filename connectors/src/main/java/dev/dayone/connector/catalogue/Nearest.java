package dev.dayone.connector.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant. */
public final class Nearest {
    private Nearest() {}

    /** Up to three known names that are close to the one given, the closest first. */
    public static List<String> names(String given, Collection<String> known) {
        int allowed = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(name -> distance(given, name) <= allowed || contains(given, name))
                .sorted(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    /** {@code , nearest is 'x'} for messages, or nothing. */
    public static String hint(String given, Collection<String> known) {
        List<String> names = names(given, known);
        return names.isEmpty() ? "" : ", nearest is '" + String.join("', '", names) + "'";
    }

    private static boolean contains(String given, String name) {
        return given.length() > 3 && name.toLowerCase(Locale.ROOT).contains(given.toLowerCase(Locale.ROOT));
    }

    /** Levenshtein's distance, capitals counted as equal. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
