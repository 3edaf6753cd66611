package dev.dayone.pilot.soda;

import dev.dayone.pilot.suite.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages as Soda has them: rounded to two digits, and 0 of no rows. */
final class Percentages {
    private static final BigDecimal STEP = new BigDecimal("0.01");
    private static final BigDecimal HALF = new BigDecimal("0.005");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Percentages() {}

    /** In SQL. */
    static String rounded(String part, String whole) {
        return "coalesce(round(100.0 * " + part + " / " + whole + ", 2), 0)";
    }

    /**
     * The share of rows that must keep a rule so that the rounded percentage of the others passes; null: no one share
     * tells.
     */
    static @Nullable Number mostly(Range passes) {
        Range.End high = passes.high();
        if (passes.outside() || high == null || !passes.allows(BigDecimal.ZERO)) {
            return null;
        }
        BigDecimal greatest = high.at().setScale(2, RoundingMode.FLOOR);
        if (!high.included() && greatest.compareTo(high.at()) == 0) {
            greatest = greatest.subtract(STEP);
        }
        BigDecimal share = BigDecimal.ONE.subtract(greatest.add(HALF).divide(HUNDRED));
        return Range.plain(share.max(BigDecimal.ZERO));
    }
}
