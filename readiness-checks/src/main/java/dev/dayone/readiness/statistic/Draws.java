package dev.dayone.readiness.statistic;

import org.apache.commons.math3.special.Gamma;

/**
 * How many hits are among rows drawn without replacement: hypergeometric, or binomial where all rows are infinitely many.
 *
 * @param rows drawn
 * @param share of hits among all rows
 * @param all rows that there are; {@code share * all} is whole where this is finite
 */
record Draws(long rows, double share, double all) {
    private static final double NEGLIGIBLE = 1e-14;
    /** Beyond so many times the rows drawn, putting each back makes no difference. */
    private static final double AS_GOOD_AS_INFINITE = 1e6;

    /** The probability of at most so many hits. */
    double atMost(long hits) {
        return hits >= rows * share ? 1 - sum(hits + 1, 1) : sum(hits, -1);
    }

    /** The probability of at least so many hits. */
    double atLeast(long hits) {
        return hits <= rows * share ? 1 - sum(hits - 1, -1) : sum(hits, 1);
    }

    /** The tail that begins at some hits and leads away from the middle, until it adds nothing. */
    private double sum(long from, int step) {
        double total = 0;
        long hits = from;
        double term = hits < 0 || hits > rows ? 0 : probability(hits);
        while (hits >= 0 && hits <= rows) {
            total += term;
            if (term <= total * NEGLIGIBLE) {
                break;
            }
            term *= step > 0 ? ratio(hits) : 1 / ratio(hits - 1);
            hits += step;
        }
        return Math.min(1, total);
    }

    /** Of one hit more to {@code hits}. */
    private double ratio(long hits) {
        if (isBinomial()) {
            return (rows - hits) / (hits + 1.0) * (share / (1 - share));
        }
        double held = Math.rint(share * all);
        return (rows - hits) / (hits + 1.0) * ((held - hits) / (all - held - rows + hits + 1));
    }

    private double probability(long hits) {
        if (isBinomial()) {
            if (share <= 0 || share >= 1) {
                return (share <= 0 && hits == 0) || (share >= 1 && hits == rows) ? 1 : 0;
            }
            return Math.exp(
                    choose((double) rows, (double) hits) + hits * Math.log(share) + (rows - hits) * Math.log1p(-share));
        }
        double held = Math.rint(share * all);
        return hits > held || rows - hits > all - held
                ? 0
                : Math.exp(choose(held, (double) hits)
                        + choose(all - held, (double) (rows - hits))
                        - choose(all, (double) rows));
    }

    private boolean isBinomial() {
        return Double.isInfinite(all) || all > rows * AS_GOOD_AS_INFINITE;
    }

    private static double choose(double of, double some) {
        return Gamma.logGamma(of + 1) - Gamma.logGamma(some + 1) - Gamma.logGamma(of - some + 1);
    }
}
