package dev.dayone.readiness.cohort;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How many rows show an effect of 0.2 in four of five cohorts, as n·m / (n + m) of both sides. Upper estimates: of the
 * distance by its limit and largest spread (Kolmogorov), of kinds by a normal approach to the noncentral chi-square.
 */
final class Power {
    private static final double EFFECT = 0.2;
    private static final double FOUR_OF_FIVE = 0.8416;
    private static final double WIDEST = 0.5;
    private static final int ROUNDS = 50;

    private Power() {}

    /** For the test of Kolmogorov and Smirnov at an error of {@code alpha}. */
    static double distance(double alpha) {
        double critical = Math.sqrt(-Math.log(alpha / 2) / 2);
        return square((critical + FOUR_OF_FIVE * WIDEST) / EFFECT);
    }

    /** For the chi-square test of as many kinds. */
    static double kinds(int kinds, double alpha) {
        double freedom = Math.max(1, kinds - 1.0);
        double critical = new ChiSquaredDistribution(freedom).inverseCumulativeProbability(1 - alpha);
        double shift = critical - freedom;
        for (int i = 0; i < ROUNDS; i++) {
            shift = critical - freedom + FOUR_OF_FIVE * Math.sqrt(2 * (freedom + 2 * shift));
        }
        return shift / EFFECT;
    }

    private static double square(double value) {
        return value * value;
    }
}
