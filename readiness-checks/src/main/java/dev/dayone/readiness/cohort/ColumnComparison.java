package dev.dayone.readiness.cohort;

import org.jspecify.annotations.Nullable;

/**
 * One column of the cohort beside the rest.
 *
 * @param missing share of rows without a value in the cohort
 * @param missingInRest the same in the rest
 * @param psi population stability index of the cohort against the whole: below 0.1 little, above 0.25 a lot
 * @param psiByChance what chance alone brings of it on average
 * @param ks the largest distance of the two distributions (Kolmogorov and Smirnov); null: kinds without an order
 * @param chance how likely chance alone brings a difference as large, corrected for the number of columns (Holm)
 * @param rows that could show a difference, as if both sides were of that size and no key came twice
 * @param rowsNeeded of them, to see a distance or an index of 0.2 in four of five such cohorts
 */
public record ColumnComparison(
        String column,
        Representation verdict,
        double missing,
        double missingInRest,
        double psi,
        double psiByChance,
        @Nullable Double ks,
        double chance,
        double rows,
        double rowsNeeded) {
    ColumnComparison judged(double corrected) {
        // A difference counts where it is neither chance nor so small that nobody would mind.
        boolean large = psi - psiByChance >= Comparison.SMALL_PSI
                || (ks != null && ks >= Comparison.SMALL_DISTANCE)
                || Math.abs(missing - missingInRest) >= Comparison.SMALL_DISTANCE / 2;
        Representation told = corrected < Comparison.ERROR && large
                ? Representation.NOT_REPRESENTATIVE
                : rows < rowsNeeded ? Representation.UNDETERMINED : Representation.REPRESENTATIVE;
        return new ColumnComparison(
                column, told, missing, missingInRest, psi, psiByChance, ks, corrected, rows, rowsNeeded);
    }
}
