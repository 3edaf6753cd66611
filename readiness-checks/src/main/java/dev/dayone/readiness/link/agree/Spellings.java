package dev.dayone.readiness.link.agree;

import dev.dayone.readiness.link.clean.KeyLook;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether two values of matched rows are one, written in two ways; in rows that match, less is needed than between keys. */
final class Spellings {
    private static final Pattern PHONE = Pattern.compile("[+(\\d][\\d\\s()./+\\u00a0-]*");
    private static final Pattern TRUNK = Pattern.compile("\\(0\\)");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D");
    private static final Pattern ZEROS = Pattern.compile("^0+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final String COUNTED = "01234567890";
    private static final int SHORTEST = 6;
    private static final int LETTERS = 3;

    private Spellings() {}

    /** Whether most values of a column may be phone numbers, and those of the other, too. */
    static boolean arePhones(KeyLook one, KeyLook other) {
        return mostly(one.dialable(), one)
                && mostly(other.dialable(), other)
                && (one.phones() > 0 || other.phones() > 0);
    }

    private static boolean mostly(int some, KeyLook look) {
        return look.keys() > 0 && 2 * some >= look.keys();
    }

    /** Whether one number is the end of the other, which has a country's code or a zone's besides. */
    static boolean isSamePhone(String one, String other) {
        if (!PHONE.matcher(one).matches() || !PHONE.matcher(other).matches()) {
            return false;
        }
        String mine = digits(one);
        String theirs = digits(other);
        return Math.min(mine.length(), theirs.length()) >= SHORTEST && (mine.endsWith(theirs) || theirs.endsWith(mine));
    }

    /** Whether somebody typed digits for want of a number: {@code 000000}, {@code 123456}. */
    static boolean isNoPhone(String text) {
        String digits = NO_DIGITS.matcher(text).replaceAll("");
        return !digits.isEmpty()
                && (digits.chars().distinct().count() == 1 || COUNTED.contains(digits))
                && PHONE.matcher(text).matches();
    }

    private static String digits(String phone) {
        String digits = NO_DIGITS.matcher(TRUNK.matcher(phone).replaceAll("")).replaceAll("");
        return ZEROS.matcher(digits).replaceAll("");
    }

    /** Whether they have the same letters and digits, whatever accents they carry and what stands between them. */
    static boolean isSameText(String one, String other) {
        String mine = letters(one);
        return mine.codePoints().filter(Character::isLetter).count() >= LETTERS && mine.equals(letters(other));
    }

    private static String letters(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return NO_LETTERS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
