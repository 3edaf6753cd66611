package dev.dayone.pilot.report;

import org.jspecify.annotations.Nullable;

/**
 * What a column's profile says beyond the common statistics. What a type does not have is null; so is what would tell
 * values of a column that is not {@link Visibility#SHOWN}.
 */
public record ColumnDetail(
        Accuracy accuracy,
        @Nullable NumberDetail numbers,
        @Nullable TextDetail texts,
        @Nullable TimeDetail times) {
    /**
     * How far the statistics may be from the truth of the rows read; 0 is exact.
     *
     * @param distinctError of {@code distinct}, as a share of it, at 95 %
     * @param rankError of {@code quantiles} and {@code histogram}, as a share of the rows
     * @param topError rows by which a count in {@code top} may be wrong, at 95 %
     * @param lookedAt values from which {@code inferredType}, {@code shapes} and what {@link TextDetail} says so of were
     *     told, scaled up to all; 0: not text
     */
    public record Accuracy(double distinctError, double rankError, long topError, long lookedAt) {}

    /**
     * Of numbers.
     *
     * @param skewness and {@code kurtosis} (in excess of the normal distribution's): of the population; null where all
     *     values are one
     * @param nonFinite NaN and infinities; they enter no other number
     */
    public record NumberDetail(
            @Nullable Double skewness, @Nullable Double kurtosis, long nonFinite) {}
}
