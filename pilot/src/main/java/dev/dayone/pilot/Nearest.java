package dev.dayone.pilot;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely means. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest edits from the word, if those are few for its length, or if it holds the whole word.
     * Case counts between equals only.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(candidate -> {
                    String known = candidate.toLowerCase(Locale.ROOT);
                    return distance(wanted, known) <= most || (wanted.length() > 3 && known.contains(wanted));
                })
                .min(Comparator.comparingInt((String candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)))
                        // Of names that differ in case alone, the one written like the word.
                        .thenComparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code , did you mean 'x'}, or nothing: to be put behind a name that is not known. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(name -> ", did you mean '" + name + "'").orElse("");
    }

    /** Edits (insert, delete, change, swap of neighbours) from one text to the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
