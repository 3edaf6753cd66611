package dev.dayone.pilot.report;

import org.jspecify.annotations.Nullable;

/**
 * How far statistics of a column's sampled rows may be from those of all rows: 95 % intervals, which reckon with rows drawn
 * together.
 *
 * @param filled of the share of rows with a value
 * @param mean null: the column has none, or it is not shown
 * @param deviation of the standard deviation; null: as of {@code mean}, or nobody can tell
 * @param together how many rows were drawn together, on average over rows; 1: each by itself
 */
public record ColumnSampling(
        Interval filled, @Nullable Interval mean, @Nullable Interval deviation, double together) {}
