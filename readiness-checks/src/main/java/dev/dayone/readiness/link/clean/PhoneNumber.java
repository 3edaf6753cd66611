package dev.dayone.readiness.link.clean;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/**
 * Writes a phone number as E.164 does: {@code +4915112345678}. A number without its country's code is read as one of the
 * country that most numbers with a code are of.
 *
 * @param region of those, as ISO 3166 names it; null: no number has a code
 */
record PhoneNumber(@Nullable String region) implements KeyCleaner {
    private static final int SHORTEST = 7;

    @Override
    public String name() {
        return "phone E.164";
    }

    @Override
    public String difference() {
        return "in how a phone number is written";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return from.isText()
                && to.isText()
                && from.mostly(from.dialable())
                && to.mostly(to.dialable())
                && (from.mostly(from.phones()) || to.mostly(to.phones()));
    }

    @Override
    public String clean(String key) {
        if (!isDialable(key)) {
            return key;
        }
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            Phonenumber.PhoneNumber number = phones.parse(international(key), region);
            return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : key;
        } catch (NumberParseException e) {
            return key;
        }
    }

    private static String international(String key) {
        return key.startsWith("00") ? "+" + key.substring(2) : key;
    }

    /** Whether it has the characters and the length of a phone number. */
    static boolean isDialable(String key) {
        int digits = 0;
        for (int i = 0; i < key.length(); i++) {
            char character = key.charAt(i);
            if (character >= '0' && character <= '9') {
                digits++;
            } else if ("+-()/. \u00a0x".indexOf(character) < 0) {
                return false;
            }
        }
        return digits >= SHORTEST && digits <= 15 + 2;
    }

    /** Whether it is written as only phone numbers are: with a country's code or a trunk's zero, and no bare integer. */
    static boolean isPhone(String key) {
        return isDialable(key)
                && (key.charAt(0) == '+'
                        || key.charAt(0) == '('
                        || (key.charAt(0) == '0' && key.chars().anyMatch(character -> " -/()".indexOf(character) >= 0))
                        || key.startsWith("00"));
    }

    /** The region of a number with its country's code; null: it has none. */
    static @Nullable String regionOf(String key) {
        if (!isDialable(key) || !(key.charAt(0) == '+' || key.startsWith("00"))) {
            return null;
        }
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            return phones.getRegionCodeForNumber(phones.parse(international(key), null));
        } catch (NumberParseException e) {
            return null;
        }
    }
}
