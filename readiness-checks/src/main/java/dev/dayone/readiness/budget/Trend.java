package dev.dayone.readiness.budget;

import dev.dayone.readiness.wording.Numbers;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * Growth from month to month: the slope of the logarithm of the rows over the months, where it is not what chance alone
 * may bring (two-sided, 95 %).
 *
 * @param growth as a share; 0 where no trend shows
 * @param basis where it comes from, in a few words
 */
record Trend(double growth, String basis) {
    /** Fewer months tell no trend. */
    static final int FEWEST = 6;

    /** Growth that would multiply a year's cost by more than thirty is a beginning, no trend. */
    private static final double MOST = 0.33;

    static Trend of(List<Long> rows) {
        if (rows.size() < FEWEST) {
            return new Trend(0, "taken as steady: " + Numbers.count(rows.size(), "full month") + " tell no trend");
        }
        if (rows.stream().anyMatch(count -> count <= 0)) {
            return new Trend(0, "taken as steady: a month without records tells no trend");
        }
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < rows.size(); i++) {
            regression.addData(i, Math.log(rows.get(i)));
        }
        double slope = regression.getSlope();
        double error = regression.getSlopeStdErr();
        double sure = new TDistribution(rows.size() - 2).inverseCumulativeProbability(0.975);
        if (Math.abs(slope) <= sure * error) {
            return new Trend(0, "taken as steady: no trend shows in " + rows.size() + " months");
        }
        double growth = Math.max(-MOST, Math.min(MOST, Math.expm1(slope)));
        return new Trend(growth, "the trend of " + rows.size() + " months");
    }
}
