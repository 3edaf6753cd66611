package dev.dayone.readiness.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that someone most likely meant. */
public final class NearestName {
    private static final int LISTED = 8;

    private NearestName() {}

    /** The end of a sentence about an unknown name: what was likely meant, or what there is. Begins with a comma. */
    public static String hint(String unknown, Collection<String> known) {
        Optional<String> nearest = of(unknown, known);
        if (nearest.isPresent()) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        if (known.isEmpty()) {
            return "; there are none.";
        }
        String list = String.join(", ", known.stream().limit(LISTED).toList());
        return "; expected one of: " + list + (known.size() > LISTED ? ", …" : "") + ".";
    }

    /** The nearest known name, if it is near enough. */
    public static Optional<String> of(String unknown, Collection<String> known) {
        int enough = Math.max(1, unknown.length() / 3);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(unknown, name)))
                .filter(name -> distance(unknown, name) <= enough);
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
            }
            last = now;
        }
        return last[b.length()];
    }
}
