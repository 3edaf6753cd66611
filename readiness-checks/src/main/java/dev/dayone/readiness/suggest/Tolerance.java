package dev.dayone.readiness.suggest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many values may break a proposed rule. The lower end of Wilson's score interval (E. B. Wilson, 1927) at 4.5
 * standard errors: two samples of one table differ by 1.4 of them, so that another one keeps the rule by more than 3
 * times that, and its own 95 % interval in most cases too.
 */
final class Tolerance {
    private static final double SQUARED = 4.5 * 4.5;

    private Tolerance() {}

    /** The share that must keep the rule, with one digit that counts below 1: 0.98, 0.999. */
    static double mostly(long kept, long values) {
        double share = (double) kept / values;
        double middle = share + SQUARED / (2 * values);
        double reach = Math.sqrt(SQUARED) * Math.sqrt(share * (1 - share) / values + SQUARED / (4.0 * values * values));
        double low = (middle - reach) / (1 + SQUARED / values);
        BigDecimal slack = BigDecimal.valueOf(1 - low).round(new MathContext(1, RoundingMode.CEILING));
        return Math.max(0, BigDecimal.ONE.subtract(slack).doubleValue());
    }
}
