package dev.dayone.readiness.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as sentences show them. */
final class Figures {
    private Figures() {}

    /** {@code 0.1234} as {@code 12.3 %}; never rounded to a bound that was not reached. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 99.9 && percent < 100) {
            return "over 99.9 %";
        }
        if (percent > 0 && percent < 0.1) {
            return "under 0.1 %";
        }
        return plain(percent, 1) + " %";
    }

    /** {@code 12345} as {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code count(2, "link")} as {@code 2 links}. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** At most four digits that matter, without a power of ten. */
    static String number(double value) {
        double size = Math.abs(value);
        return plain(value, size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4);
    }

    /** {@code 180.00 EUR}. */
    static String money(BigDecimal amount, String currency) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(amount.setScale(2, RoundingMode.HALF_UP))
                + " " + currency;
    }

    private static String plain(double value, int digits) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
