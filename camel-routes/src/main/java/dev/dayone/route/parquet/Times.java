package dev.dayone.route.parquet;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** Reads dates and times as databases and HTTP systems write them in ISO form; a time without a zone is in UTC. */
final class Times {
    /** The answer for 0000-00-00 and dates with a zero month or day. */
    static final long ZERO = Long.MIN_VALUE;
    /** The answer for what lies outside of the years 1 to 9999, infinity included, or is no time. */
    static final long OUTSIDE = Long.MIN_VALUE + 1;

    private static final long DAYS_TO_1970 = 719_468;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private Times() {}

    /** Days since 1970-01-01, {@link #ZERO} or {@link #OUTSIDE}. */
    static long days(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.endsWith("BC")) {
            return OUTSIDE;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (month == 0 || day == 0) {
            return ZERO;
        }
        if (year < 1 || month < 0 || day < 0) {
            return OUTSIDE;
        }
        return month > 12 || (day > 28 && day > YearMonth.of(year, month).lengthOfMonth())
                ? OUTSIDE
                : epochDay(year, month, day);
    }

    /** The count of days by years that begin in March, so that the leap day is their last. */
    private static long epochDay(int year, int month, int day) {
        long years = month > 2 ? year : year - 1L;
        long monthOfYear = (month + 9L) % 12;
        long days = years * 365 + years / 4 - years / 100 + years / 400 + (monthOfYear * 306 + 5) / 10 + day - 1;
        return days - DAYS_TO_1970;
    }

    /** Microseconds since 1970-01-01T00:00Z, {@link #ZERO} or {@link #OUTSIDE}. */
    static long micros(String text) {
        long days = days(text);
        if (days == ZERO || days == OUTSIDE) {
            return days;
        }
        if (text.length() == 10) {
            return days * MICROS_A_DAY;
        }
        if (text.length() < 16) {
            return OUTSIDE;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int at = 16;
        int second = 0;
        if (at < text.length() && text.charAt(at) == ':' && text.length() >= at + 3) {
            second = digits(text, at + 1, at + 3);
            at += 3;
        }
        long fraction = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            long unit = 100_000;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                fraction += unit * (text.charAt(at) - '0');
                unit /= 10;
                at++;
            }
        }
        if (hour < 0 || minute < 0 || second < 0) {
            return OUTSIDE;
        }
        boolean utc = at == text.length() || (text.length() == at + 3 && text.endsWith("+00"));
        long offset = utc ? 0 : offset(text.substring(at));
        if (offset == OUTSIDE) {
            return OUTSIDE;
        }
        return days * MICROS_A_DAY + (hour * 3_600L + minute * 60L + second - offset) * 1_000_000L + fraction;
    }

    private static long offset(String zone) {
        if (zone.equals("Z")) {
            return 0;
        }
        try {
            String full = zone.matches("[+-]\\d{2}") ? zone + ":00" : zone;
            return OffsetDateTime.parse("2000-01-01T00:00:00" + full)
                    .getOffset()
                    .getTotalSeconds();
        } catch (DateTimeException e) {
            return OUTSIDE;
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
