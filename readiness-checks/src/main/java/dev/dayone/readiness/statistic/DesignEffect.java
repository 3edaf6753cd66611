package dev.dayone.readiness.statistic;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * By how much rows that were drawn together, a window of neighbours at a time, tell less than as many drawn one by one: the
 * variance between windows over that of single rows, as a ratio estimator has it (L. Kish, Survey Sampling, 1965, sections
 * 5.4 and 8.2; W. G. Cochran, Sampling Techniques, 3rd edition 1977, section 9A.2).
 *
 * @param factor the ratio of the variances
 * @param freedom the degrees of freedom with which the windows show it: few where few windows differ from the others
 * @param lean the skewness of a sum over all windows; NaN: unknown
 * @param windows how many there are, as if all had the same rows
 */
public record DesignEffect(double factor, double freedom, double lean, double windows) {
    /**
     * What is to be taken where nobody counted by window: that the rows of each window are all alike. Any measured effect
     * is smaller.
     *
     * @param rows of those looked at that a claim is about
     */
    public static DesignEffect worst(double rows, Drawing drawing) {
        return alike(drawing.together(), rows);
    }

    private static DesignEffect alike(double together, double rows) {
        return new DesignEffect(together, Math.max(1, rows / together - 1), Double.NaN, rows / together);
    }

    /**
     * Of a rate; rows drawn one by one have none. Where all rows are hits, or none is, windows show nothing of how hits
     * stand together: the worst is taken.
     */
    public static DesignEffect ofRate(WindowCounts hits, WindowCounts rows, Drawing drawing) {
        double all = rows.sum();
        double share = hits.sum() / all;
        if (drawing.together() <= 1 || share <= 0 || share >= 1) {
            return worst(all, drawing);
        }
        double[] off = new double[rows.windows()];
        for (int i = 0; i < off.length; i++) {
            off[i] = hits.of(i) - share * rows.of(i);
        }
        return of(off, rows, all * share * (1 - share), drawing);
    }

    /**
     * Of a sum over rows.
     *
     * @param off by window, how far the sum of its rows is off what all rows' mean lets expect
     * @param plain the variance of the sum if rows were drawn one by one
     */
    public static DesignEffect of(double[] off, WindowCounts rows, double plain, Drawing drawing) {
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        double seen = 0;
        double sizes = 0;
        for (int i = 0; i < off.length; i++) {
            double square = off[i] * off[i];
            squares += square;
            cubes += square * off[i];
            fourths += square * square;
            sizes += (double) rows.of(i) * rows.of(i);
            seen += rows.of(i) > 0 ? 1 : 0;
        }
        double all = rows.sum();
        // Windows that were counted together are not one window for that.
        double together = Math.max(1, Math.min(drawing.together(), sizes / all));
        if (seen < 2 || !(plain > 0)) {
            return alike(together, all);
        }
        if (squares <= 0) {
            // Evener than chance: as if drawn one by one, as far as so few windows can show it.
            return new DesignEffect(1, seen - 1, 0, all / together);
        }
        double kurtosis = seen * fourths / (squares * squares);
        // F. E. Satterthwaite's, of the mean of squares that vary so.
        double freedom = kurtosis <= 1 ? seen - 1 : Math.max(1, Math.min(seen - 1, 2 * seen / (kurtosis - 1)));
        return new DesignEffect(
                seen / (seen - 1) * squares / plain, freedom, cubes / Math.pow(squares, 1.5), all / together);
    }

    /** Whether rows were drawn one by one. */
    boolean isNone(double rows) {
        return windows >= rows;
    }

    /** Student's quantile for an interval of 95 %, of no more values than so many. */
    double student(double values) {
        double least = Math.max(1, Math.min(freedom, values - 1));
        return new TDistribution(null, least).inverseCumulativeProbability(1 - Intervals.OUTER);
    }

    /**
     * How many rows drawn one by one tell as much of a rate: E. L. Korn and B. I. Graubard, Confidence intervals for
     * proportions with small expected number of positive counts estimated from survey data, Survey Methodology 24, 1998.
     * Never more than there are rows, nor fewer than windows.
     */
    public double independent(double rows) {
        double few = Math.pow(student(rows) / Intervals.Z, 2);
        return Math.max(Math.min(rows, windows), Math.min(rows, rows / (factor * few)));
    }

    /** The same for a mean, whose interval knows of few windows by itself. */
    double values(double values) {
        return Math.min(values, values / factor);
    }

    /** The same effect in a sample of so many times the rows. */
    DesignEffect times(double more) {
        return new DesignEffect(factor, freedom * more, lean, windows * more);
    }
}
