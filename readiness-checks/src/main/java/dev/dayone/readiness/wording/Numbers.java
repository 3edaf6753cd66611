package dev.dayone.readiness.wording;

import dev.dayone.pilot.report.Interval;
import dev.dayone.pilot.report.RowsMeant;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same in every form of the report. A share that is not whole never reads as 100%. */
public final class Numbers {
    private Numbers() {}

    /** Which rows an answer is about, in a few words; empty: every row. */
    public static String scope(RowsMeant about) {
        return switch (about) {
            case EVERY_ROW -> "";
            case LATEST_ROWS -> "of the latest rows alone";
            case REACHED_ROWS -> "of the rows that the flow reaches";
        };
    }

    /** Thousands grouped. */
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** With its noun: {@code 1 row}, {@code 2 rows}. */
    public static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A share of 0 to 1. */
    public static String percent(double share) {
        double percent = share * 100;
        if (!Double.isFinite(percent)) {
            return "not a number";
        }
        if (percent > 0 && percent < 0.1) {
            return "<0.1%";
        }
        if (percent > 99.9 && percent < 100) {
            return ">99.9%";
        }
        return trimmed(percent, 1) + "%";
    }

    /** A share held against another: with as many digits as tell the two apart, if they differ. */
    public static String percent(double share, double against) {
        String plain = percent(share);
        for (int digits = 2; digits < 6 && share != against && plain.equals(percent(against)); digits++) {
            plain = trimmed(share * 100, digits) + "%";
        }
        return plain;
    }

    /** An interval of shares, with as many digits as tell its ends apart. */
    public static String rates(Interval interval) {
        if (interval.low() == interval.high()) {
            return percent(interval.low());
        }
        for (int digits = 1; digits < 6; digits++) {
            String low = trimmed(interval.low() * 100, digits);
            String high = trimmed(interval.high() * 100, digits);
            if (!low.equals(high)) {
                return low + "–" + high + "%";
            }
        }
        return percent(interval.low());
    }

    /** An interval of numbers. */
    public static String numbers(Interval interval) {
        return interval.low() == interval.high()
                ? number(interval.low())
                : number(interval.low()) + " – " + number(interval.high());
    }

    /** A number with about four digits that count, thousands grouped. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "not a number";
        }
        double size = Math.abs(value);
        if (size >= 1e15 || (size > 0 && size < 1e-4)) {
            return BigDecimal.valueOf(value)
                    .round(new MathContext(4))
                    .stripTrailingZeros()
                    .toString();
        }
        if (size >= 1000 || value == Math.rint(value)) {
            return String.format(Locale.ENGLISH, "%,.0f", value);
        }
        return trimmed(value, size >= 1 ? 2 : 4);
    }

    /** A sum of money, with two decimals where it has any. */
    public static String money(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.ENGLISH, whole ? "%,.0f" : "%,.2f", rounded);
    }

    /** A size, in powers of ten. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = -1;
        while (size >= 999.95 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return trimmed(size, 1) + " " + units[unit];
    }

    /** A duration. */
    public static String millis(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return trimmed(millis / 1000.0, 1) + " s";
        }
        long minutes = millis / 60_000;
        return minutes < 60
                ? minutes + " min " + (millis / 1000) % 60 + " s"
                : minutes / 60 + " h " + minutes % 60 + " min";
    }

    private static String trimmed(double value, int digits) {
        if (!Double.isFinite(value)) {
            return "not a number";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        int point = text.indexOf('.');
        String fraction = point < 0 ? "" : text.substring(point);
        String whole = point < 0 ? text : text.substring(0, point);
        boolean negative = whole.startsWith("-");
        String grouped = String.format(Locale.ENGLISH, "%,d", Long.parseLong(negative ? whole.substring(1) : whole));
        return (negative ? "-" : "") + grouped + fraction;
    }
}
