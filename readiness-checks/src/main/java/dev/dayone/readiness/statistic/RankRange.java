package dev.dayone.readiness.statistic;

import java.util.function.LongPredicate;

/**
 * The places in the sorted values looked at between which a quantile of all values lies in 95 of 100 samples, whatever
 * the distribution: each end leaves at most 2.5 %, exactly (H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition
 * 2003, section 7.1).
 *
 * @param low from 1; 0: none is low enough
 * @param high up to the number of values; one more: none is high enough
 */
public record RankRange(long low, long high) {
    /** Of the quantile of values drawn at random, of which nobody knows how alike those of a window are. */
    public static RankRange of(double quantile, long values, Drawing drawing) {
        return of(quantile, values, drawing, DesignEffect.worst((double) values, drawing));
    }

    /**
     * The same, of values drawn in windows: the places of so many values drawn one by one as tell as much, where they are
     * among all (R. S. Woodruff, Confidence intervals for medians and other position measures, Journal of the American
     * Statistical Association 47, 1952).
     *
     * @param effect of the share of values up to the quantile
     */
    public static RankRange of(double quantile, long values, Drawing drawing, DesignEffect effect) {
        long independent = Math.max(1, (long) Math.floor(effect.independent((double) values)));
        if (independent >= values) {
            return oneByOne(quantile, values, drawing);
        }
        RankRange few = oneByOne(quantile, independent, drawing);
        double each = (double) values / independent;
        return new RankRange(
                (long) Math.floor(few.low() * each),
                few.high() > independent ? values + 1 : (long) Math.ceil(few.high() * each));
    }

    private static RankRange oneByOne(double quantile, long values, Drawing drawing) {
        double all = Math.max(drawing.all((double) values), (double) values);
        boolean infinite = Double.isInfinite(all);
        double held = Math.max(1, Math.ceil(quantile * all - 1e-9));
        Draws upTo = new Draws(values, infinite ? quantile : held / all, all);
        Draws below = new Draws(values, infinite ? quantile : (held - 1) / all, all);
        long low = last(0, values, rank -> rank == 0 || upTo.atMost(rank - 1) <= Intervals.OUTER);
        long high = last(0, values, rank -> rank == 0 || below.atLeast(rank) > Intervals.OUTER) + 1;
        return new RankRange(low, high);
    }

    private static long last(long from, long to, LongPredicate holds) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (holds.test(middle)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
