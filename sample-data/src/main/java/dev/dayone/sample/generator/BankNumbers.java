package dev.dayone.sample.generator;

import java.math.BigInteger;

/** Account and card numbers whose check digits are right and which belong to nobody but by accident. */
final class BankNumbers {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private BankNumbers() {}

    /** A German IBAN in groups of four; check digits by ISO 7064 (mod 97). */
    static String iban(Draw draw) {
        String account = draw.digits(18);
        // D is 13 and E is 14; the check digits count as 00.
        int rest = new BigInteger(account + "131400").mod(NINETY_SEVEN).intValue();
        String plain = String.format("DE%02d%s", 98 - rest, account);
        return plain.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** A card number of the range that card networks publish for tests; check digit by Luhn. */
    static String card(Draw draw) {
        String digits = "411111" + draw.digits(9);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int doubled = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (digits + (10 - sum % 10) % 10).replaceAll("(.{4})(?=.)", "$1 ");
    }
}
