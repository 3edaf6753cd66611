package dev.dayone.readiness.privacy;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers that carry a digit to check the others by, so that few others look like them. */
final class Checksums {
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String ITALIAN_ODD = "BAFHJNPRTVCESULDGIMOQKWZYX";
    private static final Pattern SPANISH_CODE = Pattern.compile("[XYZ\\d]\\d{7}-?[A-Z]");
    private static final Pattern ITALIAN_CODE = Pattern.compile("[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]+");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checksums() {}

    /** An account's number by ISO 13616; blanks do not count. */
    static boolean isIban(String text) {
        String plain = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 15 || plain.length() > 34 || !IBAN.matcher(plain).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
    }

    /** A payment card's number of digits alone: the first ones of a known scheme, the last by Luhn. */
    static boolean isCard(String digits) {
        int length = digits.length();
        if (length < 13 || length > 19 || !isOfAScheme(digits, length)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isOfAScheme(String digits, int length) {
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        boolean american = length == 15 && (two == 34 || two == 37);
        boolean diners = length == 14 && (two == 36 || two == 38 || two == 30);
        boolean visa = two / 10 == 4 && (length == 13 || length == 16 || length == 19);
        boolean master = length == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
        boolean others = length >= 16 && (four == 6011 || two == 65 || two == 62 || two == 35);
        return american || diners || visa || master || others;
    }

    /** A person's number of digits alone, such as a PESEL or a Steuer-ID. */
    static boolean isPersonNumber(String digits) {
        return switch (digits.length()) {
            case 11 ->
                isPesel(digits) || isTurkish(digits) || isBelgian(digits) || isBrazilian(digits) || isGerman(digits);
            case 12 -> isRussian(digits);
            case 15 -> isFrench(digits);
            default -> false;
        };
    }

    /** A person's number that letters are part of: Spanish DNI and NIE, the Italian codice fiscale. */
    static boolean isPersonCode(String text) {
        if (SPANISH_CODE.matcher(text).matches()) {
            String number = text.replace('X', '0').replace('Y', '1').replace('Z', '2');
            return text.charAt(text.length() - 1)
                    == SPANISH.charAt(Integer.parseInt(number.substring(0, 8)) % SPANISH.length());
        }
        return ITALIAN_CODE.matcher(text).matches() && isItalian(text);
    }

    private static boolean isItalian(String text) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = Character.isDigit(text.charAt(i)) ? text.charAt(i) - '0' : text.charAt(i) - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD.charAt(value) - 'A' : value;
        }
        return text.charAt(15) == 'A' + sum % 26;
    }

    private static boolean isPesel(String digits) {
        int month = number(digits, 2, 4) % 20;
        return isDate(2000 + number(digits, 0, 2), month, number(digits, 4, 6))
                && (10 - weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10 == at(digits, 10);
    }

    private static boolean isTurkish(String digits) {
        int odd = at(digits, 0) + at(digits, 2) + at(digits, 4) + at(digits, 6) + at(digits, 8);
        int even = at(digits, 1) + at(digits, 3) + at(digits, 5) + at(digits, 7);
        return at(digits, 0) != 0
                && Math.floorMod(odd * 7 - even, 10) == at(digits, 9)
                && (odd + even + at(digits, 9)) % 10 == at(digits, 10);
    }

    private static boolean isBelgian(String digits) {
        long nine = Long.parseLong(digits.substring(0, 9));
        int check = number(digits, 9, 11);
        return number(digits, 2, 4) <= 12
                && number(digits, 4, 6) <= 31
                && (97 - nine % 97 == check || 97 - (2_000_000_000L + nine) % 97 == check);
    }

    private static boolean isBrazilian(String digits) {
        int first = weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return digits.chars().distinct().count() > 1 && first == at(digits, 9) && second == at(digits, 10);
    }

    private static boolean isGerman(String digits) {
        // Of its first ten digits one stands two or three times, so that one or two of the ten are missing.
        long different = digits.substring(0, 10).chars().distinct().count();
        int product = 10;
        for (int i = 0; i < 10; i++) {
            int sum = (at(digits, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return at(digits, 0) != 0 && (different == 8 || different == 9) && (11 - product) % 10 == at(digits, 10);
    }

    private static boolean isRussian(String digits) {
        return weighted(digits, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == at(digits, 10)
                && weighted(digits, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == at(digits, 11)
                && digits.chars().distinct().count() > 1;
    }

    private static boolean isFrench(String digits) {
        int month = number(digits, 3, 5);
        return (at(digits, 0) == 1 || at(digits, 0) == 2)
                && month >= 1
                && month <= 12
                && 97 - Long.parseLong(digits.substring(0, 13)) % 97 == number(digits, 13, 15);
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getYear() == year;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * at(digits, i);
        }
        return sum;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }

    private static int at(String digits, int place) {
        return digits.charAt(place) - '0';
    }
}
