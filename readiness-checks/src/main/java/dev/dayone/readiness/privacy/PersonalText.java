package dev.dayone.readiness.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds personal values within a text that may be shown as a whole column, but not with these in it. */
public final class PersonalText {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@](?:@|%40)[^\\s@]+\\.[\\p{L}\\p{N}]");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\+|00)[1-9][\\d ()./-]{6,18}\\d|(?<![\\p{L}\\d.-])\\(?0\\d{1,5}[ /)-]{1,2}\\d[\\d -]{4,12}\\d|"
                    + "(?<![\\p{L}\\d.-])\\(?[2-9]\\d{2}\\)?[ .-]\\d{3}[ .-]\\d{4}(?!\\d)");

    private PersonalText() {}

    /** Whether an e-mail address, a phone number, a bank account or a card stands in the text. */
    static boolean within(String text) {
        return EMAIL.matcher(text).find() || PHONE.matcher(text).find() || holdsIban(text) || holdsCard(text);
    }

    /** Whether the whole text is a card's number, in groups or not. */
    static boolean isCard(String text) {
        return CARD.matcher(text).matches() && Checksums.isCard(text.replaceAll("[ -]", ""));
    }

    /** Whether a bank account's or a card's number stands in the text, with check digits that hold. */
    public static boolean holdsAccount(String text) {
        return holdsIban(text) || holdsCard(text);
    }

    private static boolean holdsIban(String text) {
        Matcher matcher = IBAN.matcher(text);
        while (matcher.find()) {
            if (Checksums.isIban(matcher.group())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsCard(String text) {
        Matcher matcher = CARD.matcher(text);
        while (matcher.find()) {
            if (Checksums.isCard(matcher.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }
}
