package dev.dayone.readiness.profile;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * In which script a text's letters are written, and in which case.
 *
 * @param name of the script that most letters have, such as {@code latin}
 * @param letterCase {@code lower}, {@code upper}, {@code capitalised} (its first letter alone), {@code mixed}, or
 *     {@code none} where letters have no case
 */
record Script(String name, int letters, String letterCase) {
    static Script of(String text) {
        int letters = 0;
        int upper = 0;
        int lower = 0;
        boolean firstUpper = false;
        Map<Character.UnicodeScript, Integer> scripts = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point < 'A') {
                continue;
            }
            if (point >= 'a' && point <= 'z') {
                lower++;
                letters++;
                continue;
            }
            if (!Character.isLetter(point)) {
                continue;
            }
            if (Character.isUpperCase(point)) {
                firstUpper |= letters == 0;
                upper++;
            } else if (Character.isLowerCase(point)) {
                lower++;
            }
            letters++;
            if (point > 0x7f) {
                scripts = scripts == null ? new EnumMap<>(Character.UnicodeScript.class) : scripts;
                scripts.merge(Character.UnicodeScript.of(point), 1, Integer::sum);
            }
        }
        return new Script(name(scripts, letters), letters, letterCase(upper, lower, firstUpper));
    }

    private static String name(
            @org.jspecify.annotations.Nullable Map<Character.UnicodeScript, Integer> others, int letters) {
        if (others == null) {
            return "latin";
        }
        int beyondAscii = others.values().stream().mapToInt(Integer::intValue).sum();
        others.merge(Character.UnicodeScript.LATIN, letters - beyondAscii, Integer::sum);
        return others.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> most.getKey().name().toLowerCase(Locale.ROOT))
                .orElse("latin");
    }

    private static String letterCase(int upper, int lower, boolean firstUpper) {
        if (upper == 0) {
            return lower == 0 ? "none" : "lower";
        }
        if (lower == 0) {
            return "upper";
        }
        return upper == 1 && firstUpper ? "capitalised" : "mixed";
    }
}
