package dev.dayone.pilot.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one column over the sampled rows. What a type does not have is null; values of columns that are not
 * {@link Visibility#SHOWN} are shapes or null.
 *
 * @param blanks empty or white-space-only texts
 * @param distinct values other than null; exact if {@code distinctExact}, else within about 2 %
 * @param min and {@code max}: as text (ISO dates); null where values are not shown
 * @param quantiles at 5, 25, 50, 75 and 95 %: numbers; null for other types
 * @param inferredType what text really holds ({@code integer}, {@code decimal}, {@code boolean}, {@code date},
 *     {@code timestamp}, {@code email}, {@code phone}, {@code iban}, {@code ip}, {@code url}, {@code uuid}, {@code json},
 *     {@code html}, {@code text}), where most values agree; null: not text, or no value
 * @param inferredShare of the non-blank values that are of {@code inferredType}
 * @param top the most frequent values, or their shapes, most frequent first
 * @param shapes of text, letters as {@code a}, digits as {@code 9}, most frequent first
 * @param histogram ten equal bins of numbers or times; empty for other types
 * @param detail further statistics and how exact all are; null: not measured
 */
public record ColumnProfile(
        long rows,
        long nulls,
        long blanks,
        long distinct,
        boolean distinctExact,
        @Nullable String min,
        @Nullable String max,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double sum,
        @Nullable List<Double> quantiles,
        @Nullable Long zeros,
        @Nullable Long negatives,
        @Nullable Length length,
        @Nullable String inferredType,
        @Nullable Double inferredShare,
        List<ValueCount> top,
        List<ValueCount> shapes,
        List<Bin> histogram,
        @Nullable ColumnDetail detail) {
    public ColumnProfile {
        quantiles = quantiles == null ? null : List.copyOf(quantiles);
        top = List.copyOf(top);
        shapes = List.copyOf(shapes);
        histogram = List.copyOf(histogram);
    }

    /** A profile without further statistics. */
    public ColumnProfile(
            long rows,
            long nulls,
            long blanks,
            long distinct,
            boolean distinctExact,
            @Nullable String min,
            @Nullable String max,
            @Nullable Double mean,
            @Nullable Double standardDeviation,
            @Nullable Double sum,
            @Nullable List<Double> quantiles,
            @Nullable Long zeros,
            @Nullable Long negatives,
            @Nullable Length length,
            @Nullable String inferredType,
            @Nullable Double inferredShare,
            List<ValueCount> top,
            List<ValueCount> shapes,
            List<Bin> histogram) {
        this(
                rows,
                nulls,
                blanks,
                distinct,
                distinctExact,
                min,
                max,
                mean,
                standardDeviation,
                sum,
                quantiles,
                zeros,
                negatives,
                length,
                inferredType,
                inferredShare,
                top,
                shapes,
                histogram,
                null);
    }

    /** The share of rows with a value that is neither null nor blank; 0 without rows. */
    public double filled() {
        return rows == 0 ? 0 : (double) (rows - nulls - blanks) / rows;
    }

    /** Lengths of text, in characters. */
    public record Length(long min, long max, double mean) {}

    /** A bin of the histogram; {@code from} inclusive, {@code to} exclusive but for the last, as text. */
    public record Bin(String from, String to, long count) {}
}
