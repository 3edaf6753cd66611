package dev.dayone.readiness.expectation.dateutil;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a date in the order in which they stand, and which of them is known to be year, month or day. */
final class Members {
    private static final int LEAP_YEAR = 2000;

    private final List<Integer> values = new ArrayList<>();
    private int year = -1;
    private int month = -1;
    private boolean centurySaid;

    /** What the numbers mean; null: not said. */
    record Resolved(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            boolean centurySaid) {}

    int size() {
        return values.size();
    }

    /** A number as it is written: three digits or more are a year. */
    void add(String digits) {
        boolean isYear = isDigits(digits) && digits.length() > 2;
        add(integer(digits), isYear);
    }

    void add(BigDecimal value) {
        add(whole(value), value.compareTo(BigDecimal.valueOf(100)) > 0);
    }

    /** A number that is a year however short it is. */
    void addYear(String digits) {
        centurySaid = centurySaid || digits.length() > 2;
        known(year);
        year = values.size();
        values.add(integer(digits));
    }

    void addMonth(int value) {
        known(month);
        month = values.size();
        values.add(value);
    }

    private void add(int value, boolean isYear) {
        if (isYear) {
            centurySaid = true;
            known(year);
            year = values.size();
        }
        values.add(value);
    }

    private static void known(int place) {
        if (place >= 0) {
            throw new NotADate();
        }
    }

    /** Whether a number may be the day, as far as month and year are known. */
    boolean couldBeDay(BigDecimal value) {
        int longest = 31;
        if (month >= 0) {
            int of = year >= 0 ? values.get(year) : LEAP_YEAR;
            longest = YearMonth.of(Math.floorMod(of, 400) + LEAP_YEAR, values.get(month))
                    .lengthOfMonth();
        }
        return value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BigDecimal.valueOf(longest)) <= 0;
    }

    /** Throws {@link NotADate} if there are too many. */
    Resolved resolved() {
        int known = (year >= 0 ? 1 : 0) + (month >= 0 ? 1 : 0);
        if (values.size() > 3) {
            throw new NotADate();
        }
        if (values.size() == known || (values.size() == 3 && known == 2)) {
            Integer day = values.size() == 3 ? values.get(3 - year - month) : null;
            return of(year < 0 ? null : values.get(year), month < 0 ? null : values.get(month), day);
        }
        return switch (values.size()) {
            case 1 -> values.get(0) > 31 ? of(values.get(0), null, null) : of(null, null, values.get(0));
            case 2 -> two();
            default -> three();
        };
    }

    private Resolved two() {
        int first = values.get(0);
        int second = values.get(1);
        if (month >= 0) {
            int other = values.get(1 - month);
            return other > 31 ? of(other, values.get(month), null) : of(null, values.get(month), other);
        }
        if (first > 31) {
            return of(first, second, null);
        }
        return second > 31 ? of(second, first, null) : of(null, first, second);
    }

    private Resolved three() {
        int a = values.get(0);
        int b = values.get(1);
        int c = values.get(2);
        return switch (month) {
            case 0 -> b > 31 ? of(b, a, c) : of(c, a, b);
            case 1 -> a > 31 ? of(a, b, c) : of(c, b, a);
            case 2 -> b > 31 ? of(b, c, a) : of(a, c, b);
            default -> {
                if (a > 31 || year == 0) {
                    yield of(a, b, c);
                }
                yield a > 12 ? of(c, b, a) : of(c, a, b);
            }
        };
    }

    private Resolved of(@Nullable Integer years, @Nullable Integer months, @Nullable Integer days) {
        return new Resolved(years, months, days, centurySaid);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    /** A whole number; what is too great for any date is the greatest there is. */
    static int integer(String digits) {
        if (!isDigits(digits)) {
            throw new NotADate();
        }
        return whole(new BigDecimal(digits));
    }

    static int whole(BigDecimal value) {
        BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
        return value.min(most).intValue();
    }
}
