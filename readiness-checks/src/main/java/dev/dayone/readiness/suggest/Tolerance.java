package dev.dayone.readiness.suggest;

import dev.dayone.pilot.report.Interval;
import dev.dayone.readiness.statistic.Drawing;
import dev.dayone.readiness.statistic.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many values may break a proposed rule: more than were seen to, by a multiple of what the lower end of the 95 %
 * interval leaves open. Of all rows it is the interval that as many other rows of their kind would have.
 *
 * <p>Two sets of rows differ by 1.4 standard errors: so 3.5 of them are broken by one of some hundred others. Of a sample,
 * which has an interval of its own that is to lie above the bound as well, they are 4.5.
 */
final class Tolerance {
    private static final double OF_ALL_ROWS = 1.8;
    private static final double OF_A_SAMPLE = 2.3;
    private static final BigDecimal COARSE = new BigDecimal("0.1");

    private Tolerance() {}

    /**
     * The share that must keep the rule, with one digit that counts below 1: 0.98, 0.999.
     *
     * @param interval of the share, as the rows show it
     */
    static double mostly(long kept, long values, Interval interval) {
        Rate ofOthers = new Rate(kept, values, Drawing.atRandom((double) values, Double.POSITIVE_INFINITY));
        boolean all = interval.low() >= interval.high();
        double low = Math.min(interval.low(), ofOthers.interval().low());
        double open = (all ? OF_ALL_ROWS : OF_A_SAMPLE) * (ofOthers.seen() - low);
        BigDecimal slack = BigDecimal.valueOf(Math.min(1, 1 - ofOthers.seen() + open));
        int digits = slack.compareTo(COARSE) < 0 ? 1 : 2;
        return BigDecimal.ONE
                .subtract(slack.round(new MathContext(digits, RoundingMode.CEILING)))
                .doubleValue();
    }
}
